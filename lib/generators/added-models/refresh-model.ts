import * as z from "zod";
import type { DescriptionChange } from "@/lib/generators/model-schemas/compare-descriptions";
import type { MappingProblem } from "@/lib/generators/model-schemas/map-model";
import { say } from "@/lib/messages/say";
import { requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import type { Prisma } from "@/prisma/generated/client";
import { lookUpModel, workflowSource } from "./look-up-model";
import { compareSources, fingerprintOf, insistOnUse, type ModelSource, type ReadSource, readSource } from "./model-source";
import { changeableModel, currentSource, mayEdit, withinReach } from "./policy";

/** A model keeps at most so many versions. */
export const maximumVersions = 50;

type Model = Prisma.AddedModelGetPayload<object>;

const shape = z.object({ id: z.uuid(), workflow: z.string().nullish(), confirmed: z.string().max(64).nullish() });

/** What a provider, or a new file, says of a model now, beside what is kept. */
export interface Refreshed {
  model: Model;
  changes: DescriptionChange[];
  problems: MappingProblem[];
  isUsable: boolean;
  /** Names what was read; given back as `confirmed` it is kept. */
  fingerprint: string;
  isKept: boolean;
}

/**
 * Reads a model again and answers what is different. Only with the fingerprint of a difference that someone has looked at a new version is
 * kept, and only if it is still the same; generations of before keep theirs.
 */
export async function refreshModel(someone: Viewer | null, raw: unknown): Promise<Refreshed> {
  const { id, workflow, confirmed } = parseInput(shape, raw);
  const viewer = requireViewer(someone);
  const model = await changeableModel(viewer, id, mayEdit);
  const before = await currentSource(model);
  const after = await readAgain(viewer, model, before, workflow);
  const changes = compareSources(before, after);
  const read = readSource(after);
  const { problems, isUsable } = read;
  const fingerprint = fingerprintOf(after);
  const answer = { changes, problems, isUsable, fingerprint };
  if (confirmed !== fingerprint || changes.length === 0) return { ...answer, model, isKept: false };
  return { ...answer, model: await keepVersion(viewer, model, after, read), isKept: true };
}

async function readAgain(viewer: Viewer, model: Model, before: ModelSource, workflow: string | null | undefined): Promise<ModelSource> {
  if ("workflow" in before) {
    if (!workflow) throw new BoardsError("input.invalid", { message: say("reasons.model.chooseFile"), field: "workflow" });
    return workflowSource(before.fileName, workflow);
  }
  if (workflow) throw new BoardsError("input.invalid", { message: say("reasons.model.noWorkflow"), field: "workflow" });
  return lookUpModel(viewer, { provider: model.providerName, model: model.modelId, ...before.choices });
}

async function keepVersion(viewer: Viewer, model: Model, source: ModelSource, read: ReadSource): Promise<Model> {
  insistOnUse(read);
  const { id, version: current, pricePer } = model;
  const refuse = (message: string) => new BoardsError("input.invalid", { message, field: "confirmed" });
  if (!read.priceUnits.some((unit) => unit === pricePer)) throw refuse(say("reasons.model.versionPrice", { unit: pricePer }));
  if (current >= maximumVersions) throw refuse(say("reasons.model.tooManyVersions", { maximum: maximumVersions }));
  const version = current + 1;
  return withinReach(model, () =>
    db().$transaction(async (tx) => {
      const { count } = await tx.addedModel.updateMany({ where: { id, version: current }, data: { version, updatedAt: new Date() } });
      if (count === 0) throw new BoardsError("database.overtaken");
      const kept = { source: source as unknown as Prisma.InputJsonObject, fingerprint: fingerprintOf(source), addedById: viewer.userId };
      await tx.addedModelVersion.create({ data: { addedModelId: id, version, ...kept } });
      return tx.addedModel.findUniqueOrThrow({ where: { id } });
    }),
  );
}
