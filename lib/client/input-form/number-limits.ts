import type { NumberLimits } from "./input-field.ts";

interface NumberSchema {
  type?: unknown;
  minimum?: number;
  maximum?: number;
  /** OpenAPI 3.0 marks a limit as exclusive, JSON Schema gives it. */
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  multipleOf?: number;
  default?: unknown;
}

const widest = 1_000_000_000;
const mostDecimals = 12;

/** Reads the limits of a number, and a step that refuses neither them nor the default. */
export function numberLimits(schema: NumberSchema, initial: unknown = schema.default): NumberLimits {
  const isWhole = schema.type === "integer";
  const least = limitOf(schema.minimum, schema.exclusiveMinimum, Math.max);
  const most = limitOf(schema.maximum, schema.exclusiveMaximum, Math.min);
  const multipleOf = schema.multipleOf && schema.multipleOf > 0 ? schema.multipleOf : null;
  return {
    minimum: least.limit,
    maximum: most.limit,
    isMinimumExclusive: least.isExclusive,
    isMaximumExclusive: most.isExclusive,
    step: multipleOf ?? (isWhole ? 1 : stepReaching([least.limit, most.limit, initial])),
    multipleOf,
    isWhole,
  };
}

function limitOf(inclusive: number | undefined, exclusive: number | boolean | undefined, closer: (...limits: number[]) => number) {
  const given = [inclusive, exclusive].filter((limit): limit is number => typeof limit === "number");
  const limit = given.length > 0 ? closer(...given) : null;
  // A number without limits comes with those of the number format, which mean nothing to people.
  if (limit === null || Math.abs(limit) > widest) return { limit: null, isExclusive: false };
  return { limit, isExclusive: exclusive === true || (typeof exclusive === "number" && exclusive === limit) };
}

/** The largest power of ten, at most a hundredth, that all of these are multiples of. */
function stepReaching(values: unknown[]): number {
  const decimals = values.map((value) => (typeof value === "number" ? decimalsOf(value) : 0));
  return Number(`1e-${Math.max(2, ...decimals)}`);
}

function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const fraction = digits.split(".")[1]?.length ?? 0;
  return Math.min(mostDecimals, Math.max(0, fraction - Number(exponent)));
}

/** The first and last value that a slider of these limits stands on; null where it has no end. */
export function sliderEnds({ minimum, maximum, isMinimumExclusive, isMaximumExclusive, step, multipleOf }: NumberLimits) {
  if (minimum === null || maximum === null) return null;
  const grid = multipleOf ?? step;
  const from = multipleOf === null ? minimum : Math.ceil(minimum / grid) * grid;
  const to = multipleOf === null ? maximum : Math.floor(maximum / grid) * grid;
  const first = isMinimumExclusive && from <= minimum ? from + grid : from;
  const last = isMaximumExclusive && to >= maximum ? to - grid : to;
  return first < last ? { first: rounded(first), last: rounded(last) } : null;
}

// 0.1 + 0.2 is 0.30000000000000004.
const rounded = (value: number) => Number(value.toPrecision(mostDecimals));
