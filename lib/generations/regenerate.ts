import { createGeneration } from "@/lib/generations/create-generation";
import { findGeneratorFor } from "@/lib/generators/added-models/find-generators";
import { marksOf } from "@/lib/generators/contract/field-marks";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Asks again for what an earlier generation was asked, linked to it. A seed is drawn anew: the old one would give the old result. */
export async function regenerate(viewer: Viewer, id: string) {
  const original = await db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) } });
  if (!original) throw new BoardsError("generation.not_found", { message: say("reasons.generation.originalMissing"), field: "id" });
  const { boardId, generatorName, generatorVersion, artifactType } = original;
  // As the viewer's own tenant knows it, whosever the original is.
  const generator = await findGeneratorFor(viewer.tenantId, generatorName, generatorVersion);
  if (!generator)
    throw new BoardsError("generation.unknown_generator", { message: say("reasons.generation.generatorGone", { name: generatorName }), field: "id" });
  const isSeed = (field: string) => marksOf(generator.input.shape[field]).isSeed === true;
  const inputParams = Object.fromEntries(Object.entries(original.inputParams as object).filter(([field]) => !isSeed(field)));
  return createGeneration(viewer, { boardId, generatorName, generatorVersion, artifactType, inputParams, regeneratedFromId: id });
}
