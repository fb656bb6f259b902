import * as z from "zod";
import { priceUnits } from "@/lib/generators/contract/model-description";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import type { Prisma } from "@/prisma/generated/client";
import { priceOf } from "./add-model";
import { usedNames } from "./added-model-loaders";
import { modelLock } from "./keep-model";
import { readSource } from "./model-source";
import { changeableModel, currentSource, mayEdit, mayOffer, withinReach } from "./policy";

type Model = Prisma.AddedModelGetPayload<object>;

/** Offers a draft, or what was retired, to the tenant or, by an installation admin, to all. */
export async function offerModel(viewer: Viewer | null, id: string): Promise<Model> {
  const model = await changeableModel(viewer, id, mayOffer);
  return change(model, { state: "offered", retiredReason: null });
}

/** Offers a model no longer: whoever asks for it reads the reason. What is under way goes on. */
export async function retireModel(viewer: Viewer | null, id: string, reason?: string | null): Promise<Model> {
  const said = parseInput(z.object({ reason: z.string().trim().max(500).nullish() }), { reason }).reason;
  const model = await changeableModel(viewer, id, mayOffer);
  return change(model, { state: "retired", retiredReason: said || null });
}

const priceShape = z.object({ id: z.uuid(), priceUsd: z.number().min(0).max(100_000), pricePer: z.enum(priceUnits).nullish() });

/** Sets what a model costs, from its next generation on. For those who may offer it: spending limits go by the price. */
export async function setModelPrice(viewer: Viewer | null, raw: unknown): Promise<Model> {
  const { id, ...given } = parseInput(priceShape, raw);
  const model = await changeableModel(viewer, id, mayOffer);
  const { usd, per } = priceOf(readSource(await currentSource(model)), given);
  return change(model, { priceUsd: usd, pricePer: per });
}

/** Deletes a model with which nothing was made. */
export async function deleteModel(viewer: Viewer | null, id: string): Promise<boolean> {
  const model = await changeableModel(viewer, id, mayEdit);
  await withinReach(model, () =>
    db().$transaction(async (tx) => {
      await lock(tx, modelLock(model.name));
      if ((await usedNames([model.name])).length > 0) throw new BoardsError("added_model.in_use", { field: "id" });
      await tx.addedModel.deleteMany({ where: { id } });
      await tx.generatorSetting.deleteMany({ where: { generatorName: model.name } });
    }),
  );
  return true;
}

const change = (model: Model, data: Prisma.AddedModelUpdateInput): Promise<Model> =>
  withinReach(model, () => db().addedModel.update({ where: { id: model.id }, data: { ...data, updatedAt: new Date() } }));
