import { db } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { changeGenerations } from "@/lib/generations/change-generations";

/** Starts a batch: its rows become processing, and its input artifacts must still be there. False when nothing of it is wanted any more. */
export async function prepareInputs(batchId: string): Promise<boolean> {
  const started = await changeGenerations(db(), { batchId }, "progress", { status: "processing", phase: "initializing", startedAt: new Date() });
  const [first] = started;
  if (!first) return false;
  const inputs = await db().generationInput.findMany({ where: { generationId: first.id } });
  const ids = new Set(inputs.map((input) => input.inputGenerationId));
  const present = await db().generation.count({ where: { id: { in: [...ids] }, storageKey: { not: null } } });
  if (present < ids.size)
    throw new BoardsError("generation.input_unusable", { message: "An input artifact was deleted before the generation began" });
  return true;
}
