import { checkGenerator } from "@/lib/generators/catalogue/check-generator";
import { workflowGenerator } from "@/lib/generators/catalogue/comfyui/workflow-generator";
import type { ArtifactType, DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import type { DescriptionChange } from "@/lib/generators/model-schemas/compare-descriptions";
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
    price: null,
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
  default?: unknown;
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
      takes: [
        takes(inner, artifactType, choices),
        schema.default === undefined ? "" : `${schema.default === "" ? "empty" : schema.default} unless set`,
      ]
        .filter(Boolean)
        .join("; "),
    };
  });
}

const kindOf = (type: string | undefined): MappedField["kind"] =>
  type === "boolean" ? "switch" : type === "number" || type === "integer" ? "number" : "text";

function takes({ type, minimum, maximum }: FieldSchema, artifactType: ArtifactType | null, choices: unknown[] | undefined): string {
  if (artifactType) return `One ${artifactType}`;
  if (choices) return `One of ${choices.join(", ")}`;
  if (type === "boolean") return "Yes or no";
  if (type !== "number" && type !== "integer") return "Text";
  const kind = type === "integer" ? "A whole number" : "A number";
  // What JSON can hold at most says nothing.
  const bounds = [minimum, maximum].map((bound) => (bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined));
  const [from, to] = bounds;
  if (from !== undefined && to !== undefined) return `${kind} from ${from} to ${to}`;
  if (from !== undefined) return `${kind} from ${from}`;
  return to === undefined ? kind : `${kind} up to ${to}`;
}

/** What is different in the newer of two workflows: its inputs, what it makes, and otherwise that it works another way. */
export function compareWorkflows(before: WorkflowSource, after: WorkflowSource): DescriptionChange[] {
  const [was, is] = [mapWorkflow(before), mapWorkflow(after)];
  const old = new Map(was.fields.map((field) => [field.name, field]));
  const fresh = new Set(is.fields.map(({ name }) => name));
  const added = is.fields.flatMap((field): DescriptionChange[] => {
    const known = old.get(field.name);
    if (!known) return [{ kind: "added", field: field.name, change: field.takes, isBreaking: field.isRequired }];
    if (known.takes === field.takes && known.isRequired === field.isRequired) return [];
    const required = field.isRequired === known.isRequired ? "" : field.isRequired ? ", and must be filled in now" : ", and may be left out now";
    return [{ kind: "changed", field: field.name, change: `${field.takes}; before: ${known.takes}${required}`, isBreaking: true }];
  });
  const removed = was.fields
    .filter(({ name }) => !fresh.has(name))
    .map(({ name, takes }) => ({ kind: "removed" as const, field: name, change: takes, isBreaking: true }));
  const makes =
    was.artifactType === is.artifactType
      ? []
      : [{ kind: "changed" as const, field: "output", change: `makes ${is.artifactType}, no longer ${was.artifactType}`, isBreaking: true }];
  const changes = [...added, ...removed, ...makes];
  const otherwise = { kind: "changed" as const, field: "workflow", change: "works another way; its form is the same", isBreaking: false };
  return changes.length > 0 || before.workflow === after.workflow ? changes : [otherwise];
}
