import * as z from "zod";
import { buildRequest } from "../contract/build-request";
import { defaultSubmit } from "../contract/default-submit";
import { artifactTypes, type Generator, longestTimeLimitSeconds } from "../contract/define-generator";
import { marksOf } from "../contract/field-marks";
import { fieldsIn } from "../contract/input-rules";
import { inputSchemaOf } from "../contract/input-schema";
import { parseInputs } from "../contract/parse-inputs";
import { findProvider } from "./providers";

const isFunction = (value: unknown) => typeof value === "function";
const work = z.custom<unknown>(isFunction, "must be a function");
const words = z.string("must be text").trim().min(1, "must not be empty");

const common = {
  name: words.regex(/^[a-z][a-z0-9]*([-.][a-z0-9]+)*$/, "must be in kebab-case, such as my-generator"),
  title: words,
  description: words,
  artifactType: z.enum(artifactTypes, `must be one of ${artifactTypes.join(", ")}`),
  input: z.custom<z.ZodObject>(isZodObject, "must be a z.object from the toolkit's z"),
  rules: z.array(z.looseObject({ field: words, description: words }, "must be rules, such as excludes(…)")).optional(),
  costUsd: work,
  outputCount: work.optional(),
  timeLimitSeconds: z.int("must be a whole number of seconds").positive().max(longestTimeLimitSeconds, "must be at most two days").optional(),
};

const imperative = z.looseObject({ ...common, run: work });

const declarative = z.looseObject({
  ...common,
  provider: words.refine((name) => findProvider(name) !== undefined, "must be one of the providers, or `local` for a generator with `run`"),
  vendor: words,
  task: words,
  source: z.looseObject({
    page: z.url({ protocol: /^https?$/, error: "must be a URL" }),
    readOn: z.iso.date("must be a date such as 2026-11-25"),
    unverified: words.optional(),
  }),
  endpoint: z.custom<unknown>((value) => isFunction(value) || (typeof value === "string" && value !== ""), "must be text or a function"),
  output: words,
  request: work.optional(),
  deprecated: z
    .strictObject({ on: z.iso.date("must be a date such as 2026-12-01").optional(), use: words.optional(), note: words.optional() })
    .optional(),
});

/** Makes sure that something is a generator which can be offered. Throws an error that lists all that is wrong with it. */
export function checkGenerator(value: unknown): Generator {
  if (typeof value !== "object" || value === null) throw new Error("the default export isn't a generator or a function that returns one");
  const shape = "provider" in value && value.provider === "local" ? imperative : declarative;
  const result = shape.safeParse(value);
  const problems = result.success
    ? [...fieldProblems(value as Generator), ...behaviorProblems(value as Generator)]
    : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (problems.length > 0) throw new Error(problems.join("; "));
  return value as Generator;
}

// By its insides: a file may bring a zod of its own.
function isZodObject(value: unknown): boolean {
  return (value as { _zod?: { def?: { type?: string } } } | undefined)?._zod?.def?.type === "object";
}

function fieldProblems({ input, rules = [] }: Generator): string[] {
  const foreign = rules.flatMap((rule) => [rule.field, ...fieldsIn(rule)]).filter((field) => !(field in input.shape));
  const unknown = [...new Set(foreign)].map((field) => `a rule names ${field}, which isn't an input`);
  const ownProblems = Object.entries(input.shape).flatMap(([field, schema]) => [
    ...(/^[a-z][a-z0-9_]*$/.test(field) ? [] : [`input ${field} must be in snake_case`]),
    ...(typeof marksOf(schema).title === "string" ? [] : [`input ${field} has no title: add .meta({ title, description })`]),
  ]);
  return [...ownProblems, ...unknown];
}

/** Does what the product does with a request that fills no more than must be filled. */
function behaviorProblems(generator: Generator): string[] {
  try {
    inputSchemaOf(generator);
    const parsed = parseInputs(generator, defaultSubmit(generator));
    // A rule of its own refuses what was made up here, which says nothing about the generator.
    if (!parsed.ok) return [];
    const { inputs, costUsd, outputCount } = parsed;
    const problems: string[] = [];
    if (!Number.isFinite(costUsd) || costUsd < 0) problems.push(`costUsd must return a number of at least 0, but returns ${costUsd}`);
    if (!Number.isInteger(outputCount) || outputCount < 1)
      problems.push(`outputCount must return a whole number of at least 1, but returns ${outputCount}`);
    if (!("endpoint" in generator)) return problems;
    const endpoint = typeof generator.endpoint === "string" ? generator.endpoint : generator.endpoint(inputs);
    if (typeof endpoint !== "string") problems.push("endpoint must return text");
    const request: unknown = buildRequest(generator, inputs, (id) => `https://files.example/${id}`);
    if (typeof request !== "object" || request === null) problems.push("request must return an object");
    return problems;
  } catch (error) {
    return [`doesn't accept the inputs its schema asks for: ${error instanceof Error ? error.message : error}`];
  }
}
