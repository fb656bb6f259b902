import * as z from "zod";
import { say } from "@/lib/messages/say";
import { cutText } from "@/lib/platform/text/characters";
import type { Json } from "../contract/define-generator";
import { objectIn } from "../transport/read-description";

const words = z.string().optional().catch(undefined);
const wordsUpTo = (length: number) =>
  z
    .string()
    .transform((text) => cutText(text, length))
    .optional()
    .catch(undefined);
const number = z.number().finite().optional().catch(undefined);
const count = z.int().min(0).optional().catch(undefined);
const list = z.array(z.unknown()).optional().catch(undefined);
const limit = z.union([z.number().finite(), z.boolean()]).optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

/** The words of JSON Schema, OpenAPI, fal and Cog that are read here. What is not of its type counts as not said. */
const keywords = z.object({
  $ref: words,
  type: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  title: wordsUpTo(200),
  description: wordsUpTo(2000),
  format: words,
  enum: list,
  const: z.json().optional().catch(undefined),
  default: z.json().optional().catch(undefined),
  nullable: flag,
  anyOf: list,
  oneOf: list,
  allOf: list,
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  required: z.array(z.string()).optional().catch(undefined),
  minimum: number,
  maximum: number,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: number,
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  readOnly: flag,
  /** fal: which input its own page draws, as in `image`. */
  _fal_ui_field: words,
  ui: z.object({ field: words, hidden: flag }).optional().catch(undefined),
  /** fal's order of an object's fields. */
  "x-fal-order-properties": z.array(z.string()).optional().catch(undefined),
  /** Cog's place of a field. */
  "x-order": number,
  /** Cog: `concatenate` for a list whose texts make one. */
  "x-cog-array-display": words,
});

type Keywords = z.infer<typeof keywords>;

/**
 * A schema without references, `allOf` and null: what is left of `anyOf`, `oneOf` and lists of types are `branches`, at least two. `items` and
 * `properties` are still as they were written, to be flattened with the same `trail`: the references that led here.
 */
export interface FlatSchema extends Omit<Keywords, "$ref" | "allOf" | "anyOf" | "oneOf" | "type" | "nullable"> {
  type?: string;
  isNullable: boolean;
  branches: FlatSchema[];
  trail: string[];
}

/** Why something cannot be mapped, for people. */
export class Unmappable extends Error {}

const mostLevels = 30;
const mostBranches = 50;
/** A document of some kilobytes can refer to itself so often that writing it out would never end: what is copied on the way counts. */
const mostParts = 400_000;
const partsOfSchema = 20;

/** Flattens one schema. `trail`: the references that led to it. Throws `Unmappable`. */
export type Flatten = (schema: unknown, trail?: string[]) => FlatSchema;

/** Flattens schemas of one OpenAPI document. */
export function flattenerOf(document: Json): Flatten {
  let left = mostParts;

  function spend(parts: number): void {
    left -= parts;
    if (left < 0) throw new Unmappable(say("reasons.model.problem.tooLong"));
  }

  function joined(inner: FlatSchema, outer: FlatSchema): FlatSchema {
    spend(sizeOf(inner) + sizeOf(outer));
    return merged(inner, outer);
  }

  return function flatten(schema: unknown, trail: string[] = []): FlatSchema {
    if (trail.length > mostLevels) throw new Unmappable(say("reasons.model.problem.tooDeep"));
    spend(partsOfSchema);
    const { $ref, allOf, anyOf, oneOf, type, nullable, ...own } = keywords.parse(objectIn(schema));
    const types = [type ?? []].flat();
    let flat: FlatSchema = { ...defined(own), isNullable: nullable === true || types.includes("null"), branches: [], trail };
    if ($ref !== undefined) {
      if (trail.includes($ref)) throw new Unmappable(say("reasons.model.problem.recursive"));
      flat = joined(flatten(lookUp(document, $ref), [...trail, $ref]), flat);
    }
    for (const part of allOf ?? []) flat = joined(flatten(part, trail), flat);
    const chosen = types.filter((each) => each !== "null");
    if (chosen.length === 1) flat.type = chosen[0];
    const options = [...(anyOf ?? []), ...(oneOf ?? [])].slice(0, mostBranches).map((each) => flatten(each, flat.trail));
    const several = chosen.length > 1 ? chosen.map((each): FlatSchema => ({ ...flat, type: each, default: undefined, branches: [] })) : [];
    const branches = [...flat.branches, ...options.filter((each) => !isNull(each)), ...several];
    const isNullable = flat.isNullable || options.some((each) => each.isNullable) || (flat.enum?.includes(null) ?? false);
    const [only] = branches;
    if (only && branches.length === 1) return { ...joined(only, { ...flat, branches: [] }), isNullable };
    return { ...flat, branches, isNullable };
  };
}

/** An object's fields in the order of the provider's own form. */
export function orderedProperties({ properties = {}, "x-fal-order-properties": falOrder = [] }: FlatSchema): [string, unknown][] {
  const places = new Map(falOrder.map((name, index) => [name, index]));
  const place = ([name, schema]: [string, unknown]) => {
    const listed = places.get(name);
    if (listed !== undefined) return listed;
    const order = objectIn(schema)["x-order"];
    return typeof order === "number" ? order : Number.MAX_SAFE_INTEGER;
  };
  return Object.entries(properties).sort((one, other) => place(one) - place(other));
}

// `{"type": "null"}`, and what allows nothing else.
const isNull = ({ type, isNullable, branches, enum: values, properties, items }: FlatSchema) =>
  type === undefined &&
  branches.length === 0 &&
  properties === undefined &&
  items === undefined &&
  (values ? values.every((each) => each === null) : isNullable);

/** What the outer schema says itself goes before what it refers to; fields of both belong to it. */
function merged(inner: FlatSchema, outer: FlatSchema): FlatSchema {
  const properties = inner.properties || outer.properties ? { ...inner.properties, ...outer.properties } : undefined;
  const required = [...(inner.required ?? []), ...(outer.required ?? [])];
  const order = [...(inner["x-fal-order-properties"] ?? []), ...(outer["x-fal-order-properties"] ?? [])];
  return {
    ...inner,
    ...defined(outer),
    ...(properties ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(order.length > 0 ? { "x-fal-order-properties": order } : {}),
    isNullable: inner.isNullable || outer.isNullable,
    branches: [...inner.branches, ...outer.branches],
    trail: [...new Set([...inner.trail, ...outer.trail])],
  };
}

function lookUp(document: Json, reference: string): Json {
  if (!reference.startsWith("#/")) throw new Unmappable(say("reasons.model.problem.otherDocument"));
  let place: Json | undefined = document;
  for (const step of reference.slice(2).split("/")) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    place = Object.hasOwn(objectIn(place), key) ? objectIn(place)[key] : undefined;
  }
  if (place === undefined) throw new Unmappable(say("reasons.model.problem.brokenReference"));
  return place;
}

const sizeOf = ({ properties = {}, required = [], enum: values = [], "x-fal-order-properties": order = [] }: FlatSchema): number =>
  Object.keys(properties).length + required.length + values.length + order.length;

const defined = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
