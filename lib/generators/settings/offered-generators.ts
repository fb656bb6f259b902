import { addedFactsOf, findGeneratorFor, generatorsFor } from "@/lib/generators/added-models/find-generators";
import { deprecationOf } from "@/lib/generators/catalogue/deprecation";
import { findProvider, providers } from "@/lib/generators/catalogue/providers";
import { findGenerator } from "@/lib/generators/catalogue/registry";
import type { Generator } from "@/lib/generators/contract/define-generator";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { simulatorUrl } from "@/lib/generators/contract/simulation";
import { accessesOf, missingKey, unavailableReason } from "@/lib/generators/provider-keys/provider-access";
import { type FieldSchema, withLimit } from "@/lib/generators/settings/field-limits";
import { type GeneratorRules, generatorRules } from "@/lib/generators/settings/generator-settings";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { BoardsError } from "@/lib/platform/errors";

/** A generator as one viewer may use it. */
export interface OfferedGenerator {
  generator: Generator;
  rules: GeneratorRules;
  /** Why it cannot be used now, for people; null when it can. */
  unavailableReason: string | null;
  isSimulated: boolean;
}

/** Every generator that is offered to a viewer, and their own drafts, in its order. Those without a key are among them, and say so. */
export async function offeredGenerators(viewer: Viewer | null): Promise<OfferedGenerator[]> {
  return inOrder(viewer, (rules) => rules.isOffered && isAllowed(viewer, rules));
}

/** Every generator as it stands in an admin's tenant, offered or not, in its order. */
export async function administeredGenerators(admin: Viewer): Promise<OfferedGenerator[]> {
  return inOrder(admin, () => true);
}

async function inOrder(viewer: Viewer | null, isWanted: (rules: GeneratorRules) => boolean): Promise<OfferedGenerator[]> {
  const rulesOf = await generatorRules(viewer?.tenantId ?? null);
  const accesses = viewer ? await accessesOf(viewer.tenantId, providers) : [];
  const found = new Map(accesses.map((each) => [each.provider.name, each]));
  return (await generatorsFor(viewer?.tenantId ?? null))
    .map((generator, index) => ({ generator, rules: rulesOf(generator), index }))
    .filter(({ generator, rules }) => isWanted(rules) && !isDraftOfAnother(viewer, generator))
    .sort((one, other) => (one.rules.position ?? 1_000_000 + one.index) - (other.rules.position ?? 1_000_000 + other.index))
    .map(({ generator, rules }) => {
      const provider = findProvider(generator.provider);
      const access = provider && found.get(provider.name);
      const problem = !provider || access?.access ? null : (access?.problem ?? missingKey(provider));
      const reason = problem && provider ? unavailableReason(viewer, problem, provider.title) : null;
      return { generator, rules, unavailableReason: reason, isSimulated: Boolean(provider && simulatorUrl()) };
    });
}

/** The generator of this name, of an added model in this version, with its rules, if this viewer may use it; throws else. */
export async function offeredGenerator(
  viewer: Viewer,
  name: string,
  version?: number | null,
): Promise<{ generator: Generator; rules: GeneratorRules }> {
  const unknown = new BoardsError("generation.unknown_generator", { message: say("reasons.generator.unknown", { name }), field: "generatorName" });
  const generator = await findGeneratorFor(viewer.tenantId, name, version);
  if (!generator || isDraftOfAnother(viewer, generator)) throw unknown;
  const rules = (await generatorRules(viewer.tenantId))(generator);
  if (rules.isEnded) throw new BoardsError("generator.ended", { message: endOf(generator), field: "generatorName" });
  if (!rules.isOffered) throw unknown;
  const added = addedFactsOf(generator);
  if (added?.state === "retired") {
    throw new BoardsError("generator.retired", {
      message: say("reasons.generator.retired", { generator: generator.title, why: added.retiredReason || "none" }),
      field: "generatorName",
    });
  }
  if (!isAllowed(viewer, rules)) throw new BoardsError("generator.not_allowed", { field: "generatorName" });
  return { generator, rules };
}

function endOf(generator: Generator): string {
  const { endsOn, successor } = deprecationOf(generator) ?? {};
  const title = successor && findGenerator(successor)?.title;
  const ended = say("reasons.generator.ended", { generator: generator.title, day: endsOn ?? "" });
  return successor ? `${ended} ${say("reasons.generator.useInstead", { name: successor, title: title ?? successor })}` : ended;
}

/** The input schema with the defaults and limits that hold here. */
export function offeredInputSchema({ generator, rules }: Pick<OfferedGenerator, "generator" | "rules">): Record<string, unknown> {
  const schema = inputSchemaOf(generator) as { properties: Record<string, FieldSchema>; required?: string[] };
  const { defaults, limits } = rules;
  if (Object.keys(defaults).length + Object.keys(limits).length === 0) return schema;
  const properties = Object.entries(schema.properties).map(([field, property]) => {
    const limited = withLimit(property, limits[field] ?? {});
    return [field, field in defaults ? { ...limited, default: defaults[field] } : limited];
  });
  return { ...schema, properties: Object.fromEntries(properties), required: schema.required?.filter((field) => !(field in defaults)) };
}

/** Whether it is a draft that someone else tries. */
function isDraftOfAnother(viewer: Viewer | null, generator: Generator): boolean {
  const added = addedFactsOf(generator);
  return added?.state === "draft" && added.addedById !== viewer?.userId;
}

const isAllowed = (viewer: Viewer | null, { allowedRoles }: GeneratorRules) =>
  allowedRoles.length === 0 || (viewer !== null && allowedRoles.includes(viewer.tenantRole ?? "member"));
