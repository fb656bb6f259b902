import fc from "fast-check";
import type { Kind } from "./known-values";
import { boolean, float, id, integer, json, known, list, type Taste, tasted, text, time } from "./values";

/** As much of JSON Schema as zod and our OpenAPI document write. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  default?: unknown;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

type Strings = Record<string, fc.Arbitrary<unknown>>;

/** Values of a schema, in this taste. `strings` makes those of fields that have a meaning, by the field's name. */
export function fromJsonSchema(
  schema: JsonSchema,
  taste: Taste,
  strings: Strings = {},
  definitions = schema.$defs ?? {},
  name = "",
): fc.Arbitrary<unknown> {
  const inner = (each: JsonSchema, field = name) => fromJsonSchema(each, taste, strings, definitions, field);
  const choices = schema.anyOf ?? schema.oneOf;
  if (strings[name] && schema.type !== "object") return tasted(taste, text(strings[name]));
  const artifactType = /(\w+)Artifact$/.exec(schema.$ref ?? "")?.[1]?.toLowerCase() as Kind | undefined;
  if (artifactType) return tasted(taste, id(artifactType));
  if (schema.$ref) return inner(definitions[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  if (schema.allOf?.[0]) return inner(schema.allOf[0]);
  if (choices) return fc.oneof(...choices.map((each) => inner(each)));
  if (schema.const !== undefined)
    return tasted(taste, { fitting: fc.constant(schema.const), edge: fc.constant(schema.const), rubbish: fc.jsonValue() });
  if (schema.enum) return tasted(taste, { ...text(fc.constantFrom(...schema.enum)), edge: fc.constantFrom(...schema.enum) });
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return schema.properties ? object(schema, taste, inner) : tasted(taste, json);
  if (type === "array") return array(schema, taste, inner(schema.items ?? {}));
  if (type === "integer") return tasted(taste, integerWithin(schema));
  if (type === "number") return tasted(taste, { ...float, fitting: numberWithin(schema) });
  if (type === "boolean") return tasted(taste, boolean);
  if (type === "null") return fc.constant(null);
  return string(schema, taste);
}

function object({ properties = {}, required = [] }: JsonSchema, taste: Taste, inner: (schema: JsonSchema, field: string) => fc.Arbitrary<unknown>) {
  const model = Object.fromEntries(Object.entries(properties).map(([field, each]) => [field, inner(each, field)]));
  return fc.record(model, { requiredKeys: taste === "rubbish" ? [] : required });
}

function array({ minItems = 1, maxItems = 3 }: JsonSchema, taste: Taste, one: fc.Arbitrary<unknown>) {
  const fitting = fc.array(one, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, minItems + 2)) });
  return taste === "fitting" ? fitting : fc.oneof(fitting, list(taste, one));
}

function integerWithin({ minimum, maximum }: JsonSchema) {
  const least = minimum ?? Math.min(1, maximum ?? 1);
  return integer(Math.min(maximum ?? least + 100, least + 100), least);
}

function numberWithin({ minimum = 0, maximum = minimum + 10, multipleOf }: JsonSchema) {
  if (multipleOf) return fc.constant(Math.ceil(minimum / multipleOf) * multipleOf);
  return fc.constantFrom(minimum, (minimum + maximum) / 2, maximum);
}

function string({ format, minLength = 0, maxLength }: JsonSchema, taste: Taste) {
  if (format === "uuid") return tasted(taste, { ...id("generation"), fitting: known("generation") });
  if (format === "date-time") return tasted(taste, time);
  if (format === "email") return tasted(taste, text(fc.nat().map((random) => `somebody-${random}@fuzz.example`)));
  const fitting = fc
    .constantFrom("a fox in the rain", "harbour", "夜の街", "a 😀 boat")
    .map((words) => words.padEnd(minLength, ".").slice(0, maxLength));
  return tasted(taste, text(fitting));
}
