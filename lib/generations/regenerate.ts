import type { Viewer } from "@/lib/auth/viewer";
import { boardsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { createGeneration } from "@/lib/generations/create-generation";
import { findGenerator } from "@/lib/generators/registry";

/** Asks again for what an earlier generation was asked, linked to it. */
export async function regenerate(viewer: Viewer, id: string) {
  const original = await db().generation.findFirst({ where: { id, board: boardsVisibleTo(viewer) } });
  if (!original) throw new BoardsError("generation.not_found", { message: "Original generation not found", field: "id" });
  if (!findGenerator(original.generatorName))
    throw new BoardsError("generation.unknown_generator", { message: `Generator '${original.generatorName}' is no longer available`, field: "id" });
  const { boardId, generatorName, artifactType, inputParams } = original;
  return createGeneration(viewer, { boardId, generatorName, artifactType, inputParams, regeneratedFromId: id });
}
