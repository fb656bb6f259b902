import { isDeepStrictEqual } from "node:util";
import { checkGenerator } from "@/lib/generators/catalogue/check-generator";
import { workflowGenerator } from "@/lib/generators/catalogue/comfyui/workflow-generator";
import type { ArtifactType, DeclarativeGenerator, Json } from "@/lib/generators/contract/define-generator";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import type { DescriptionChange } from "@/lib/generators/model-schemas/compare-descriptions";
import { takesChoice, takesFile, takesNumber, takesSwitch, withDefault } from "@/lib/generators/model-schemas/describe-value";
import type { AddedGeneratorOptions, MappedField } from "@/lib/generators/model-schemas/map-model";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import type { ReadSource, WorkflowSource } from "./model-source";

/** A workflow's file has at most so many characters. */
export const longestWorkflow = 262_144;

/** Makes a generator of a workflow's file. Throws `input.invalid`, with everything that is wrong with the file and where. */
export function mapWorkflow({ fileName, workflow }: WorkflowSource): ReadSource {
  const made = generatorOf(fileName, workflow);
  return {
    provider: made.provider,
    modelId: fileName,
    title: made.title,
    description: made.description,
    page: null,
    artifactType: made.artifactType,
    fields: describeFields(made),
    output: made.output,
    problems: [],
    isUsable: true,
    isRetired: false,
    price: { usd: 0, per: "request" },
    priceSaid: null,
    priceUnits: made.artifactType === "image" ? ["request", "image"] : ["request"],
    generator: ({ name = made.name, title = made.title, price }: AddedGeneratorOptions) => ({
      ...made,
      name,
      title,
      costUsd: (inputs) => price.usd * (price.per === "image" ? (made.outputCount?.(inputs) ?? 1) : 1),
    }),
  };
}

function generatorOf(fileName: string, text: string): DeclarativeGenerator {
  try {
    return checkGenerator(workflowGenerator(fileName, text)) as DeclarativeGenerator;
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = cause instanceof SyntaxError ? say("reasons.model.workflowNoJson", { problem: said }) : said;
    throw new BoardsError("input.invalid", { message, field: "workflow", cause });
  }
}

/** The parts of a field's JSON Schema that say what it takes. */
interface FieldSchema {
  title?: string;
  description?: string;
  type?: string;
  group?: string;
  default?: Json;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  $ref?: string;
  anyOf?: FieldSchema[];
  isSeed?: boolean;
}

function describeFields(generator: DeclarativeGenerator): MappedField[] {
  const { properties = {}, required = [] } = inputSchemaOf(generator) as { properties?: Record<string, FieldSchema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => {
    const [inner = schema] = (schema.anyOf ?? [schema]).filter(({ type }) => type !== "null");
    const [, file] = /(\w+)Artifact$/.exec(inner.$ref ?? "") ?? [];
    const artifactType = file ? (file.toLowerCase() as ArtifactType) : null;
    const choices = inner.enum ?? (inner.const === undefined ? undefined : [inner.const]);
    return {
      name,
      title: schema.title ?? name,
      description: schema.description ?? "",
      kind: artifactType ? "artifact" : choices ? "choice" : kindOf(inner.type),
      artifactType,
      isRequired: required.includes(name),
      isAdvanced: schema.group === "advanced",
      takes: withDefault(takes(inner, artifactType, choices), schema.default),
    };
  });
}

const kindOf = (type: string | undefined): MappedField["kind"] =>
  type === "boolean" ? "switch" : type === "number" || type === "integer" ? "number" : "text";

function takes({ type, minimum, maximum }: FieldSchema, artifactType: ArtifactType | null, choices: unknown[] | undefined): string {
  if (artifactType) return takesFile(artifactType);
  if (choices) return takesChoice(choices);
  if (type === "boolean") return takesSwitch();
  if (type === "number" || type === "integer") return takesNumber(type === "integer", minimum, maximum);
  return say("reasons.model.takes.anyText");
}

/** What is different in the newer of two workflows: its inputs, what it makes, and otherwise that it works another way. */
export function compareWorkflows(before: WorkflowSource, after: WorkflowSource): DescriptionChange[] {
  const [was, is] = [mapWorkflow(before), mapWorkflow(after)];
  const [oldRules, rules] = [rulesOf(before), rulesOf(after)];
  const old = new Map(was.fields.map((field) => [field.name, field]));
  const fresh = new Set(is.fields.map(({ name }) => name));
  const fields = is.fields.flatMap((field): DescriptionChange[] => {
    const { name, isRequired } = field;
    const known = old.get(name);
    if (!known) return [{ kind: "added", field: name, change: field.takes, isBreaking: isRequired }];
    const changes: DescriptionChange[] = [];
    if (!isDeepStrictEqual(oldRules.get(name), rules.get(name)))
      changes.push({ kind: "changed", field: name, change: takesChange(known.takes, field.takes), isBreaking: true });
    if (isRequired !== known.isRequired) {
      const change = say(isRequired ? "reasons.model.change.required" : "reasons.model.change.optional");
      changes.push({ kind: "changed", field: name, change, isBreaking: isRequired });
    }
    return changes;
  });
  const removed = was.fields
    .filter(({ name }) => !fresh.has(name))
    .map(({ name, takes }) => ({ kind: "removed" as const, field: name, change: takes, isBreaking: true }));
  const makes = say("reasons.model.change.makes", { after: is.artifactType ?? "unknown", before: was.artifactType ?? "unknown" });
  const output = was.artifactType === is.artifactType ? [] : [{ kind: "changed" as const, field: "output", change: makes, isBreaking: true }];
  const changes = [...fields, ...removed, ...output];
  const otherwise = { kind: "changed" as const, field: "workflow", change: say("reasons.model.change.workflow"), isBreaking: false };
  return changes.length > 0 || before.workflow === after.workflow ? changes : [otherwise];
}

const takesChange = (before: string, after: string) =>
  before === after ? say("reasons.model.change.values") : say("reasons.model.change.takes", { before, after });

/** What each input of a workflow takes, as programs read it: words about it say nothing else. */
function rulesOf({ fileName, workflow }: WorkflowSource): Map<string, object> {
  const { properties = {} } = inputSchemaOf(generatorOf(fileName, workflow)) as { properties?: Record<string, FieldSchema> };
  return new Map(Object.entries(properties).map(([name, { title: _title, description: _description, group: _group, ...rules }]) => [name, rules]));
}
