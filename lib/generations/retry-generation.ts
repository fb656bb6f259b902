import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { createGeneration } from "@/lib/generations/create-generation";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Asks again for what failed or was canceled, with exactly its inputs (its seed too), linked to it. */
export async function retryGeneration(viewer: Viewer, id: string) {
  const original = await db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) } });
  if (!original) throw new BoardsError("generation.not_found", { field: "id" });
  if (isUpload(original)) throw new BoardsError("generation.not_retryable", { message: say("reasons.generation.uploadNotRetryable"), field: "id" });
  if (!["failed", "cancelled"].includes(original.status))
    throw new BoardsError("generation.not_retryable", { message: say("reasons.generation.notRetryable", { status: original.status }), field: "id" });
  const { boardId, generatorName, generatorVersion, artifactType, inputParams } = original;
  return createGeneration(viewer, { boardId, generatorName, generatorVersion, artifactType, inputParams, regeneratedFromId: id });
}
