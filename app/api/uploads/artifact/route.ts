import { rm } from "node:fs/promises";
import { uploadAnswerOf } from "@/lib/api/rest/upload-answer";
import { routeHandler } from "@/lib/api/route-handler";
import { acceptedTypes } from "@/lib/generations/artifacts/accepted-types";
import { assertExtension } from "@/lib/generations/artifacts/assert-extension";
import { uploadArtifact } from "@/lib/generations/artifacts/upload-artifact";
import type { ArtifactType } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";
import { isUuid } from "@/lib/platform/uuid";
import { readForm } from "./read-form";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";
/** Seconds that a host such as Vercel lets a file take. With the same limit as /api/inngest, it is one function with it: FFmpeg is carried once. */
export const maxDuration = 300;

/** The largest file, and as much again as all other fields may take. */
const maxBodyBytes = () => env().maxUploadSizeBytes + 1_048_576;

/** `POST /api/uploads/artifact`: a multipart form with board_id, artifact_type, file, user_description? and parent_generation_id?. */
export const POST = routeHandler({ audit: "POST /api/uploads/artifact", maxBodyBytes }, async (request, context) => {
  const viewer = requireViewer(context.viewer, "generate");
  const folder = await makeTemporaryFolder("upload");
  try {
    const { fields, file } = await readForm(request, folder, env().maxUploadSizeBytes);
    const { board_id: boardId = "", artifact_type = "", user_description, parent_generation_id } = fields;
    const artifactType = artifact_type.toLowerCase() as ArtifactType;
    const refuse = (field: string, message: string) => new BoardsError("input.invalid", { field, message });
    for (const field of ["board_id", "artifact_type"])
      if (!fields[field]) throw new BoardsError("request.invalid_body", { field, message: say("reasons.input.required", { name: field }) });
    if (!isUuid(boardId)) throw refuse("board_id", say("reasons.input.boardId", { name: "board_id" }));
    if (!acceptedTypes[artifactType])
      throw refuse("artifact_type", say("reasons.input.oneOf", { name: "artifact_type", choices: Object.keys(acceptedTypes).join(", ") }));
    if (parent_generation_id && !isUuid(parent_generation_id))
      throw refuse("parent_generation_id", say("reasons.input.generationId", { name: "parent_generation_id" }));
    if (!file) throw new BoardsError("request.invalid_body", { field: "file", message: say("reasons.input.required", { name: "file" }) });
    assertExtension(file.filename, "file");
    const generation = await uploadArtifact(viewer, {
      boardId,
      artifactType,
      source: { file, filename: file.filename },
      userDescription: user_description,
      parentGenerationId: parent_generation_id,
    });
    return Response.json(await uploadAnswerOf(generation));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
