import { artifactSlotsOf } from "./artifact-slots";
import type { Generator, Json } from "./define-generator";
import { inputSchemaOf } from "./input-schema";

/** What is read of a field's JSON Schema. */
export interface FieldSchema {
  type?: string;
  minItems?: number;
  minLength?: number;
  enum?: Json[];
  const?: Json;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  default?: Json;
  anyOf?: FieldSchema[];
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
}

const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** What a person sends who fills what must be filled and touches nothing else. */
export function defaultSubmit(generator: Generator): Record<string, unknown> {
  const { properties, required = [] } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema>; required?: string[] };
  const slots = new Map(artifactSlotsOf(generator).map((slot) => [slot.field, slot]));
  return Object.fromEntries(
    required.map((field, index) => [field, slots.has(field) ? artifactFor(properties[field], index) : sample(properties[field])]),
  );
}

/** The ids of artifacts that nobody has, as many as a field needs. */
export function artifactFor(schema: FieldSchema | undefined, index: number): Json {
  const list = schema?.type === "array" ? schema : schema?.anyOf?.find((each) => each.type === "array");
  return list ? Array.from({ length: list.minItems ?? 1 }, (_, place) => id(index * 100 + place)) : id(index * 100);
}

/** A value that a field takes. */
export function sample(schema: FieldSchema = {}): Json {
  const [first, ...others] = schema.anyOf ?? [];
  if (first) return sample(others.find((each) => each.properties) ?? first);
  if (schema.enum) return schema.enum.at(-1) ?? null;
  if (schema.const !== undefined) return schema.const;
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, sample(inner)]));
  if (schema.type === "array") return Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items));
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") {
    const { minimum = 1, maximum = 3, multipleOf } = schema;
    if (multipleOf) return Math.ceil(minimum / multipleOf) * multipleOf;
    return maximum - minimum < 1 ? minimum : Math.max(minimum, Math.min(maximum, Math.ceil(minimum) + 1));
  }
  return "0123abcd".repeat(Math.ceil((schema.minLength ?? 1) / 8));
}
