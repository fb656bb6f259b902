import { brokenRules } from "@boards/client/input-rules";
import type * as z from "zod";
import { say } from "@/lib/messages/say";
import type { CostFacts, Generator } from "./define-generator";
import { marksOf } from "./field-marks";
import { lenientInputs } from "./lenient-inputs";

/** One thing wrong with the inputs; `field` as in `images.1`, empty when it is the whole. */
export interface InputProblem {
  field: string;
  message: string;
}

/** Inputs that a generator can run on, or why it cannot. */
export type ParsedInputs =
  | { ok: true; inputs: Record<string, unknown>; outputCount: number; costUsd: number; warnings: InputProblem[] }
  | { ok: false; problems: InputProblem[] };

// zod compiles a schema when it first parses by it, for longer than it then parses.
const strictSchemas = new WeakMap<Generator["input"], z.ZodObject>();

function strictSchemaOf({ input }: Generator): z.ZodObject {
  const known = strictSchemas.get(input);
  if (known) return known;
  const schema = input.strict();
  strictSchemas.set(input, schema);
  return schema;
}

const noFacts: CostFacts = { seconds: (_id, fallback) => fallback };

/** Checks inputs against the generator's schema and rules, fills in defaults and works out count and price. Unknown fields are refused, but see lenient-inputs.ts. */
export function parseInputs(generator: Generator, raw: unknown, facts = noFacts): ParsedInputs {
  const { inputs: given, warnings } = lenientInputs(generator, raw);
  const result = strictSchemaOf(generator).safeParse(given, { error: explain });
  if (!result.success) return { ok: false, problems: result.error.issues.map(problemOf) };
  const inputs = result.data;
  const broken = brokenRules(generator.rules, inputs);
  if (broken.length > 0) return { ok: false, problems: broken.map(({ field, description }) => ({ field, message: description })) };
  return { ok: true, inputs, outputCount: countOf(generator, inputs), costUsd: generator.costUsd(inputs, facts), warnings };
}

/** The input that says how many results there are, if one does. */
export const countFieldOf = ({ input }: Generator): string | undefined =>
  Object.entries(input.shape).find(([, schema]) => marksOf(schema).isCount)?.[0];

function countOf(generator: Generator, inputs: Record<string, unknown>): number {
  if (generator.outputCount) return generator.outputCount(inputs);
  const field = countFieldOf(generator);
  return field ? Number(inputs[field] ?? 1) : 1;
}

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const field = path.map(String).join(".");
  return { field, message: `${field || say("reasons.field.inputs")} ${issue.message}` };
}

/** zod's issues as the end of a sentence that begins with the field's name. */
const explain: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? say("reasons.field.required") : say("reasons.field.type", { type: issue.expected });
    case "too_big":
      return issue.origin === "array"
        ? say("reasons.field.tooManyItems", { maximum: issue.maximum })
        : issue.origin === "string"
          ? say("reasons.field.tooLong", { maximum: issue.maximum })
          : say("reasons.field.atMost", { maximum: String(issue.maximum) });
    case "too_small":
      return issue.origin === "array"
        ? say("reasons.field.tooFewItems", { minimum: issue.minimum })
        : issue.origin === "string"
          ? say("reasons.field.tooShort", { minimum: issue.minimum })
          : say("reasons.field.atLeast", { minimum: String(issue.minimum) });
    case "invalid_value":
      return say("reasons.field.oneOf", { values: issue.values.join(", ") });
    case "invalid_format":
      return issue.format === "uuid" ? say("reasons.field.generationId") : say("reasons.field.format");
    case "unrecognized_keys":
      return say("reasons.field.unknown");
    case "not_multiple_of":
      return say("reasons.field.multiple", { divisor: String(issue.divisor) });
    default:
      return say("reasons.field.invalid");
  }
};
