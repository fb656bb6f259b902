import { isDeepStrictEqual } from "node:util";
import { type GeneratorRow, generatorOf, generatorsFor } from "@/lib/generators/added-models/find-generators";
import { deprecationOf } from "@/lib/generators/catalogue/deprecation";
import { findProvider } from "@/lib/generators/catalogue/providers";
import type { DeclarativeGenerator, Generator } from "@/lib/generators/contract/define-generator";
import { isDeclarative } from "@/lib/generators/contract/define-generator";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import type { Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { providerAccess } from "@/lib/generators/provider-keys/provider-access";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

/** Who does a batch: the generator, its provider and the key. */
export interface JobPlan {
  generator: DeclarativeGenerator;
  inputs: Record<string, unknown>;
  outputCount: number;
  provider: Provider;
  access: ProviderAccess;
  keyId: string;
}

/** What a plan is made from. */
interface Asked extends GeneratorRow {
  inputParams: unknown;
}

/** The plan for what was asked, done by this generator. Throws when nobody does its work, it does not take the inputs, or has no key. */
export async function planFor(asked: Asked, generator: Generator): Promise<JobPlan> {
  const provider = findProvider(generator.provider);
  if (!provider || !isDeclarative(generator))
    throw new BoardsError("generation.unknown_generator", { message: say("reasons.generation.generatorGone", { name: generator.name }) });
  const given = generator.name === asked.generatorName ? asked.inputParams : inputsFor(generator, await generatorOf(asked), asked.inputParams);
  const parsed = parseInputs(generator, given);
  if (!parsed.ok) throw new BoardsError("input.invalid", { message: parsed.problems[0]?.message });
  return { generator, inputs: parsed.inputs, outputCount: parsed.outputCount, provider, ...(await providerAccess(asked.tenantId, provider)) };
}

/** Another generator of the same model, at a provider that is set up, that takes the same inputs and makes as many; null when there is none. */
export async function planElsewhere(asked: Asked & { batchSize: number }, tried: string[]): Promise<JobPlan | null> {
  const model = modelOf(await generatorOf(asked));
  if (model === undefined) return null;
  const others = (await generatorsFor(asked.tenantId)).filter(
    (other) => modelOf(other) === model && !tried.includes(other.name) && !deprecationOf(other)?.hasEnded,
  );
  for (const other of others) {
    const plan = await planFor(asked, other).catch((error) => {
      if (error instanceof BoardsError) return null;
      throw error;
    });
    if (plan?.outputCount === asked.batchSize) return plan;
  }
  return null;
}

const modelOf = (generator: Generator) => (isDeclarative(generator) ? generator.model : undefined);

// A substitute may know fewer fields, but none that someone has used.
function inputsFor(generator: DeclarativeGenerator, chosen: Generator, inputParams: unknown): unknown {
  const { properties } = inputSchemaOf(chosen) as { properties: Record<string, { default?: unknown }> };
  const entries = Object.entries(inputParams as object);
  const lacking = entries.find(
    ([field, value]) => !(field in generator.input.shape) && value !== null && !isDeepStrictEqual(value, properties[field]?.default),
  );
  if (lacking)
    throw new BoardsError("input.invalid", { message: say("reasons.provider.inputMissing", { generator: generator.name, field: lacking[0] }) });
  return Object.fromEntries(entries.filter(([field]) => field in generator.input.shape));
}
