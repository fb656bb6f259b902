import { uploadArtifact } from "@/lib/artifacts/upload-artifact";
import type { Viewer } from "@/lib/auth/viewer";
import { BoardsError } from "@/lib/errors";
import type { ArtifactType } from "@/lib/generators/define-generator";

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
  if (!fileUrl) throw new BoardsError("input.invalid", { message: "file_url is required", field: "fileUrl" });
  return uploadArtifact(viewer, { ...upload, source: { url: fileUrl, filename: originalFilename ?? undefined } });
}
