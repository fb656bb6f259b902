import type * as z from "zod";
import type { Generator } from "@/lib/generators/contract/define-generator";
import { marksOf } from "@/lib/generators/contract/field-marks";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

/** Narrower limits of one input: for numbers the smallest and the largest, for everything else that is written or chosen its values. */
export interface FieldLimit {
  minimum?: number | undefined;
  maximum?: number | undefined;
  values?: (string | number)[] | undefined;
}

/** An input as its JSON Schema describes it. */
export interface FieldSchema {
  type?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  anyOf?: FieldSchema[];
  minimum?: number;
  maximum?: number;
  $ref?: string;
}

/** The JSON Schema of each input of a generator. */
export const fieldsOf = (generator: Generator) => (inputSchemaOf(generator).properties ?? {}) as Record<string, FieldSchema>;

/** Why an input cannot have these limits, as the end of a sentence; null when it can. */
export function limitProblem(generator: Generator, field: string, { minimum, maximum, values }: FieldLimit): string | null {
  const branches = branchesOf(fieldsOf(generator)[field] ?? {});
  // A seed is drawn where none is given, from all that there are.
  if (marksOf(generator.input.shape[field]).isSeed) return say("reasons.field.noLimits");
  if (!branches.every(({ type, $ref }) => !$ref && type !== "array" && type !== "object" && type !== "boolean")) return say("reasons.field.noLimits");
  const isNumber = branches.every(({ type }) => type === "number" || type === "integer");
  if (!isNumber && (minimum !== undefined || maximum !== undefined)) return say("reasons.field.valuesOnly");
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) return say("reasons.field.minimumAbove");
  const foreign = [minimum, maximum, ...(values ?? [])].find((value) => value !== undefined && valueProblem(generator, field, value));
  return foreign === undefined ? null : say("reasons.field.foreignValue", { value: String(foreign) });
}

/** Why an input cannot have this value, as the end of a sentence; null when it can. */
export function valueProblem(generator: Generator, field: string, value: unknown): string | null {
  const schema = generator.input.shape[field] as z.ZodType | undefined;
  if (!schema) return say("reasons.field.unknownOf", { generator: generator.name });
  return schema.safeParse(value).success ? null : say("reasons.field.refusedValue");
}

/** Both limits at once. Choices that have nothing in common are those of the first. */
export function narrowed(above: FieldLimit, own: FieldLimit): FieldLimit {
  const common = above.values && own.values ? above.values.filter((value) => own.values?.includes(value)) : (above.values ?? own.values);
  return {
    minimum: furthest(Math.max, above.minimum, own.minimum),
    maximum: furthest(Math.min, above.maximum, own.maximum),
    values: common && common.length === 0 ? above.values : common,
  };
}

/** What is wrong with a value under these limits, as the end of a sentence; null when nothing is. */
export function excess({ minimum, maximum, values }: FieldLimit, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (minimum !== undefined && Number(value) < minimum) return say("reasons.field.atLeast", { minimum: String(minimum) });
  if (maximum !== undefined && Number(value) > maximum) return say("reasons.field.atMost", { maximum: String(maximum) });
  if (values && !values.includes(value as string | number)) return say("reasons.field.oneOf", { values: values.join(", ") });
  return null;
}

/** The nearest value that these limits let through. */
export function fitting(limit: FieldLimit, value: unknown): unknown {
  if (!excess(limit, value)) return value;
  const bounded = limit.minimum !== undefined && Number(value) < limit.minimum ? limit.minimum : (limit.maximum ?? limit.minimum);
  return limit.values && (bounded === undefined || !limit.values.includes(bounded)) ? limit.values[0] : bounded;
}

/** Throws when an input goes beyond what an admin allows; names the field. */
export function checkLimits(limits: Record<string, FieldLimit>, inputs: Record<string, unknown>): void {
  for (const [name, limit] of Object.entries(limits)) {
    const problem = excess(limit, inputs[name]);
    if (problem) throw new BoardsError("input.invalid", { message: [name, problem].join(" "), field: `inputParams.${name}` });
  }
}

/** The JSON Schema of an input within its limits. What may be left out may be left out all the same. */
export function withLimit(schema: FieldSchema, limit: FieldLimit): FieldSchema {
  if (!schema.anyOf) return isEmpty(schema) ? schema : tightened(schema, limit);
  const kept = schema.anyOf.filter((branch) => isEmpty(branch) || branch.const === undefined || !excess(limit, branch.const));
  return { ...schema, anyOf: kept.map((branch) => (isEmpty(branch) || branch.const !== undefined ? branch : tightened(branch, limit))) };
}

function tightened(schema: FieldSchema, { minimum, maximum, values }: FieldLimit): FieldSchema {
  const least = furthest(Math.max, schema.minimum, minimum);
  const most = furthest(Math.min, schema.maximum, maximum);
  const choices = schema.enum ? schema.enum.filter((value) => !excess({ values }, value)) : values;
  return {
    ...schema,
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
    ...(choices ? { enum: choices } : {}),
  };
}

const isEmpty = ({ type }: FieldSchema) => type === "null";
const branchesOf = (schema: FieldSchema) => (schema.anyOf ?? [schema]).filter((branch) => !isEmpty(branch));

const furthest = (choose: (...values: number[]) => number, one: number | undefined, other: number | undefined) =>
  one === undefined ? other : other === undefined ? one : choose(one, other);
