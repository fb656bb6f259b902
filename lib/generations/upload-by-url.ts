import { uploadArtifact } from "@/lib/generations/artifacts/upload-artifact";
import type { ArtifactType } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { BoardsError } from "@/lib/platform/errors";

interface UploadByUrl {
  boardId: string;
  artifactType: ArtifactType;
  fileUrl?: string | null;
  originalFilename?: string | null;
  userDescription?: string | null;
  parentGenerationId?: string | null;
}

/** Fetches a file from a public address onto a board. */
export async function uploadByUrl(viewer: Viewer, { fileUrl, originalFilename, ...upload }: UploadByUrl) {
  if (!fileUrl) throw new BoardsError("input.invalid", { message: say("reasons.input.required", { name: "file_url" }), field: "fileUrl" });
  return uploadArtifact(viewer, { ...upload, source: { url: fileUrl, filename: originalFilename ?? undefined } });
}
