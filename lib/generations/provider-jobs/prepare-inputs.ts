import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { firstWanted } from "@/lib/generations/first-wanted";
import { showProgress } from "@/lib/generations/show-progress";
import { findGeneratorFor } from "@/lib/generators/added-models/find-generators";
import { isDeclarative } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { type Generation, Prisma } from "@/prisma/generated/client";

/** Where a batch's work is done; `unwanted` when nothing of it is wanted any more. */
export type Place = "here" | "provider" | "unwanted";

/** Starts a batch: its rows become processing, and its input artifacts must still be there. Its provider gets them when the job is submitted. */
export const prepareInputs = async (batchId: string): Promise<Place> => (await beginBatch(batchId)).place;

/** The same, the first generation of it that is wanted, and whether this is the first try. */
export async function beginBatch(batchId: string): Promise<{ place: Place; first?: Generation; isFirstTry?: boolean }> {
  const begun = { status: "processing" as const, phase: "initializing", startedAt: new Date() };
  // A step that is repeated begins nothing anew: its tiles show how far they have come.
  const started = await showProgress(batchId, begun, Prisma.sql`started_at IS NULL`);
  const first = started.toSorted((one, other) => one.batchIndex - other.batchIndex)[0] ?? (await firstWanted(batchId));
  if (!first) return { place: "unwanted" };
  // What an upload was made from is told with it, and not needed.
  if (isUpload(first)) return { place: "here", first };
  const ids = await inputsOf(first);
  const present = ids.size > 0 ? await db().generation.count({ where: { id: { in: [...ids] }, storageKey: { not: null } } }) : 0;
  if (present < ids.size) throw new BoardsError("generation.input_unusable", { message: say("reasons.generation.inputDeletedEarly") });
  const generator = await findGeneratorFor(first.tenantId, first.generatorName, first.generatorVersion);
  return { place: generator && isDeclarative(generator) ? "provider" : "here", first, isFirstTry: started.length > 0 };
}

async function inputsOf({ id, inputArtifacts }: { id: string; inputArtifacts: unknown }): Promise<Set<string>> {
  if (Array.isArray(inputArtifacts) && inputArtifacts.length === 0) return new Set();
  const inputs = await db().generationInput.findMany({ where: { generationId: id }, select: { inputGenerationId: true } });
  return new Set(inputs.map((input) => input.inputGenerationId));
}
