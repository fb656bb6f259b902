import type { Json } from "../contract/define-generator";
import type { ModelDescription } from "../contract/model-description";
import { fileKindOf } from "./file-kind";
import { findSchemas } from "./find-schemas";
import { type FlatSchema, type Flatten, flattenerOf, orderedProperties, Unmappable } from "./flatten-schema";

/** What a schema says of one field; what it leaves open is null. */
export interface FieldFacts {
  /** As in `voice_setting.speed` or `loras[].scale`. */
  path: string;
  kind: "text" | "number" | "switch" | "choice" | "file" | "list" | "object" | "anything";
  isRequired: boolean;
  choices: Json[] | null;
  default: Json | null;
  minimum: number | null;
  maximum: number | null;
  minItems: number | null;
  maxItems: number | null;
  maxLength: number | null;
}

const deepest = 4;

/** The facts of every field of a model's input, also within objects and lists of objects, each path once. Empty when its input cannot be read. */
export function factsOfModel(description: ModelDescription): FieldFacts[] {
  const flatten = flattenerOf(description.schema);
  try {
    const facts = factsOfObject(flatten, flatten(findSchemas(description).input), "", true, description.task);
    return [...new Map(facts.map((each) => [each.path, each])).values()];
  } catch (error) {
    if (error instanceof Unmappable) return [];
    throw error;
  }
}

/** The facts of an object's fields. `isSent`: whether the object must be given. */
function factsOfObject(flatten: Flatten, object: FlatSchema, outer: string, isSent: boolean, task: string | null, depth = 0): FieldFacts[] {
  if (depth > deepest) return [];
  return orderedProperties(object).flatMap(([key, raw]) => {
    const path = outer ? `${outer}.${key}` : key;
    try {
      const schema = flatten(raw, object.trail);
      return factsOfField(flatten, schema, path, isSent && (object.required?.includes(key) ?? false), task, depth);
    } catch (error) {
      if (error instanceof Unmappable) return [{ ...unsaid, path, kind: "anything", isRequired: false }];
      throw error;
    }
  });
}

const unsaid = { choices: null, default: null, minimum: null, maximum: null, minItems: null, maxItems: null, maxLength: null };

/** The facts of one field, and of what is within it. Of alternatives each adds its own; a file goes before everything else. */
export function factsOfField(flatten: Flatten, schema: FlatSchema, path: string, isRequired: boolean, task: string | null, depth = 0): FieldFacts[] {
  const ways = schema.branches.length > 1 ? schema.branches : [schema];
  const name = path.split(".").at(-1)?.replace("[]", "") ?? path;
  const kinds = ways.map((each) => kindOf(flatten, name, { ...each, description: each.description ?? schema.description ?? "" }, task));
  const among = (kind: FieldFacts["kind"]) => ways.filter((_, index) => kinds[index] === kind);
  const kind = (["file", "choice", "number", "switch", "list", "text", "object"] as const).find((each) => kinds.includes(each)) ?? "anything";
  const choices = among("choice").flatMap((each) =>
    (each.const === undefined ? (each.enum ?? []) : [each.const]).filter((value) => value !== null),
  ) as Json[];
  const [number] = among("number");
  const [list] = ways.filter((each) => each.type === "array");
  const [text] = among("text");
  const facts: FieldFacts = {
    path,
    kind,
    isRequired: isRequired && schema.default === undefined && !schema.isNullable,
    choices: choices.length > 0 ? choices : null,
    default: schema.default ?? null,
    minimum: number ? leastOf(number) : null,
    maximum: number ? mostOf(number) : null,
    minItems: list?.minItems ?? null,
    maxItems: list?.maxItems ?? null,
    maxLength: text?.maxLength ?? null,
  };
  const inside = ways.flatMap((each) => {
    if (each.properties) return factsOfObject(flatten, each, path, facts.isRequired, task, depth + 1);
    const item = each.items === undefined ? null : flatten(each.items, each.trail);
    return item?.properties ? factsOfObject(flatten, item, `${path}[]`, true, task, depth + 1) : [];
  });
  return [facts, ...inside];
}

function kindOf(flatten: Flatten, name: string, schema: FlatSchema, task: string | null): FieldFacts["kind"] {
  if (schema.enum || schema.const !== undefined)
    return [...(schema.enum ?? [schema.const])].every((each) => typeof each === "boolean") ? "switch" : "choice";
  switch (schema.type ?? (schema.properties ? "object" : undefined)) {
    case "string":
      return schema.format === "artifact" || fileKindOf(name, schema, task) ? "file" : "text";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "switch";
    case "array":
      return schema.items !== undefined && kindOf(flatten, name, flatten(schema.items, schema.trail), task) === "file" ? "file" : "list";
    case "object":
      return "object";
    default:
      return "anything";
  }
}

// Numbers of a format without limits of its own come with those of JavaScript.
const meant = (limit: number | undefined): number | null => (limit === undefined || Math.abs(limit) >= 2 ** 53 - 1 ? null : limit);
const leastOf = ({ minimum, exclusiveMinimum }: FlatSchema) => meant(typeof exclusiveMinimum === "number" ? exclusiveMinimum : minimum);
const mostOf = ({ maximum, exclusiveMaximum }: FlatSchema) => meant(typeof exclusiveMaximum === "number" ? exclusiveMaximum : maximum);
