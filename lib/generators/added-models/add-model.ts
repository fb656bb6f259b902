import { randomBytes } from "node:crypto";
import * as z from "zod";
import { artifactTypes } from "@/lib/generators/contract/define-generator";
import { type ModelPrice, type PriceUnit, priceUnits } from "@/lib/generators/contract/model-description";
import { say } from "@/lib/messages/say";
import { isTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import type { Prisma } from "@/prisma/generated/client";
import { maximumAddedModels } from "./find-generators";
import { lookUpModel, workflowSource } from "./look-up-model";
import { fingerprintOf, insistOnUse, type ModelSource, type ReadSource, readSource } from "./model-source";
import { modelAdder, withinReach, workflowAdder } from "./policy";

const priceShape = { priceUsd: z.number().min(0).max(100_000).nullish(), pricePer: z.enum(priceUnits).nullish() };
const common = {
  ...priceShape,
  title: z.string().trim().max(200).nullish(),
  description: z.string().trim().max(2000).nullish(),
  forInstallation: z.boolean().nullish(),
};
const modelShape = z.object({
  ...common,
  provider: z.string().max(100),
  model: z.string().trim().min(1, say("reasons.model.idMissing")).max(500),
  artifactType: z.enum(artifactTypes).nullish(),
  outputCount: z.int().min(1).max(20).nullish(),
});
const workflowShape = z.object({ ...common, fileName: z.string().max(255), workflow: z.string() });

type Given = z.output<typeof modelShape> | z.output<typeof workflowShape>;

/** Adds a provider's model as a draft, for whoever adds it to try. Its description is fetched again: what is kept comes from the provider alone. */
export async function addModel(viewer: Viewer | null, raw: unknown) {
  const input = parseInput(modelShape, raw);
  const { adder, tenantId } = await modelAdder(viewer, input.forInstallation ?? false);
  // Spending limits go by the price: whoever they hold does not choose it.
  if (input.priceUsd != null && !isTenantAdmin(adder))
    throw new BoardsError("added_model.forbidden", {
      message: say("reasons.model.priceAdminOnly"),
      field: "priceUsd",
    });
  return keep(adder, tenantId, await lookUpModel(adder, input), input);
}

/** Adds a ComfyUI workflow as a draft. For admins. */
export async function addComfyWorkflow(viewer: Viewer | null, raw: unknown) {
  const input = parseInput(workflowShape, raw);
  const { adder, tenantId } = await workflowAdder(viewer, input.forInstallation ?? false);
  return keep(adder, tenantId, workflowSource(input.fileName, input.workflow), { priceUsd: 0, ...input });
}

async function keep(adder: Viewer, tenantId: string | null, source: ModelSource, given: Given) {
  const read = readSource(source);
  insistOnUse(read);
  const price = priceOf(read, given);
  const { userId } = adder;
  const model = {
    tenantId,
    name: nameFor(read),
    providerName: read.provider,
    modelId: read.modelId,
    title: given.title || read.title.slice(0, 200),
    description: given.description || read.description.slice(0, 2000),
    page: read.page,
    priceUsd: price.usd,
    pricePer: price.per,
    addedById: userId,
  };
  const version = { version: 1, source: source as unknown as Prisma.InputJsonObject, fingerprint: fingerprintOf(source), addedById: userId };
  return withinReach(model, () =>
    db().$transaction(async (tx) => {
      await lock(tx, `added-models:${tenantId}`);
      const live = { tenantId, state: { not: "retired" } };
      if ((await tx.addedModel.count({ where: live })) >= maximumAddedModels)
        throw new BoardsError("input.invalid", { message: say("reasons.model.tooMany", { maximum: maximumAddedModels }), field: "model" });
      // A second click makes no second draft, and nobody finds the same model twice.
      const { providerName, modelId } = model;
      const same = { ...live, providerName, modelId, OR: [{ state: "offered" }, { addedById: userId }] };
      const twin = "workflow" in source ? null : await tx.addedModel.findFirst({ where: same, select: { title: true } });
      if (twin) throw new BoardsError("input.invalid", { message: say("reasons.model.twin", { title: twin.title }), field: "model" });
      return tx.addedModel.create({ data: { ...model, versions: { create: version } } });
    }),
  );
}

/** The price that was given, else the provider's. Throws `input.invalid` where there is none, or it counts what this model does not. */
export function priceOf(read: ReadSource, { priceUsd, pricePer }: { priceUsd?: number | null; pricePer?: PriceUnit | null }): ModelPrice {
  const { price } = read;
  const usual = pricePer ?? "request";
  const chosen = priceUsd === null || priceUsd === undefined ? price : { usd: priceUsd, per: usual };
  if (!chosen)
    throw new BoardsError("input.invalid", {
      message: say("reasons.model.priceMissing"),
      field: "priceUsd",
    });
  if (read.priceUnits.includes(chosen.per)) return chosen;
  const message = say("reasons.model.priceUnit", { unit: chosen.per, units: read.priceUnits.join(" or ") });
  throw new BoardsError("input.invalid", { message, field: pricePer ? "pricePer" : "priceUsd" });
}

// With an ending that nobody else has: a model is known by it in whichever tenant, and no later generator of ours can be called so.
function nameFor({ provider, modelId }: ReadSource): string {
  const words = modelId
    .toLowerCase()
    .replace(/^fal-ai\//, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return [provider, words, randomBytes(4).toString("hex")].filter(Boolean).join("-");
}
