import { LRUCache } from "lru-cache";
import { allGenerators, findGenerator } from "@/lib/generators/catalogue/registry";
import type { AddedModelFacts, DeclarativeGenerator, Generator } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";
import { readSource, sourceOf } from "./model-source";

/** A tenant, and the installation, has at most so many added models that are not retired. */
export const maximumAddedModels = 100;
/** A process keeps generators ready whose sources together have at most so many characters of JSON. */
const readyCharacters = 32_000_000;

type Model = Prisma.AddedModelGetPayload<object>;

/** What is asked of a generator, in whichever process: its name, as one tenant knows it, and, of an added model, its version. */
export interface GeneratorRow {
  tenantId: string;
  generatorName: string;
  generatorVersion: number | null;
}

/** The models that a tenant may know of: its own and the installation's. Said also where there is no tenant scope, as in the workflow. */
export const modelsOf = (tenantId: string | null) => ({ OR: [{ tenantId: null }, ...(tenantId ? [{ tenantId }] : [])] });

/** What is known of a generator that was added in the browser; undefined for all others. */
export const addedFactsOf = (generator: Generator): AddedModelFacts | undefined => ("added" in generator ? generator.added : undefined);

/** The generator of this name as a tenant knows it, of an added model in this version, else in its newest; undefined where there is none. */
export async function findGeneratorFor(tenantId: string | null, name: string, version?: number | null): Promise<Generator | undefined> {
  const known = findGenerator(name);
  if (known) return known;
  const model = await db().addedModel.findFirst({ where: { name, ...modelsOf(tenantId) } });
  const [found] = model ? await generatorsOf([{ ...model, version: version ?? model.version }]) : [];
  return found;
}

/** The generator that a generation or a job was asked of. Throws `generation.unknown_generator` when it is gone. */
export async function generatorOf({ tenantId, generatorName, generatorVersion }: GeneratorRow): Promise<Generator> {
  const found = await findGeneratorFor(tenantId, generatorName, generatorVersion);
  if (found) return found;
  throw new BoardsError("generation.unknown_generator", { message: say("reasons.generation.generatorGone", { name: generatorName }) });
}

/** Every generator that a tenant knows: those of the registry, then what was added, drafts among them but nothing that was retired. */
export async function generatorsFor(tenantId: string | null): Promise<Generator[]> {
  const models = await db().addedModel.findMany({
    where: { state: { not: "retired" }, ...modelsOf(tenantId) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 2 * maximumAddedModels,
  });
  return [...allGenerators(), ...(await generatorsOf(models))];
}

// For the process: every bundle of Next.js evaluates this module for itself. The key is the row, so that whatever changes about a model makes
// it another generator, in every process at once.
const kept = globalThis as { boardsAddedGenerators?: LRUCache<string, DeclarativeGenerator> };
const keyOf = (model: Model) => JSON.stringify(model);

/** The generators of some models in some versions. Only what this process does not hold ready is read whole. */
async function generatorsOf(models: Model[]): Promise<DeclarativeGenerator[]> {
  kept.boardsAddedGenerators ??= new LRUCache({ maxSize: readyCharacters });
  const known = kept.boardsAddedGenerators;
  const found = new Map(models.map((model) => [model, known.get(keyOf(model))]));
  const missing = models.filter((model) => !found.get(model));
  const versions = missing.length
    ? await db().addedModelVersion.findMany({ where: { OR: missing.map(({ id, version }) => ({ addedModelId: id, version })) } })
    : [];
  for (const model of missing) {
    const version = versions.find((each) => each.addedModelId === model.id && each.version === model.version);
    const generator = version && makeGenerator(model, version);
    if (!generator) continue;
    found.set(model, generator);
    known.set(keyOf(model), generator, { size: JSON.stringify(version.source).length });
  }
  return models.flatMap((model) => found.get(model) ?? []);
}

// What was usable when it was added may not be any more, after an update of this installation: it hinders nothing else.
function makeGenerator(model: Model, kept: { source: unknown }): DeclarativeGenerator | null {
  const { id, tenantId, version, state, retiredReason, addedById, name, title, description } = model;
  const added = { id, tenantId, version, state: state as AddedModelFacts["state"], retiredReason, addedById };
  try {
    const { priceUnits, isRetired, generator } = readSource(sourceOf(kept));
    const per = priceUnits.find((unit) => unit === model.pricePer) ?? "request";
    const deprecated = isRetired ? { deprecated: { note: say("reasons.model.discouraged") } } : {};
    return { ...generator({ name, title, price: { usd: Number(model.priceUsd), per } }), description, ...deprecated, added };
  } catch (error) {
    log.error({ err: error, name, version }, "an added model can no longer be used");
    return null;
  }
}
