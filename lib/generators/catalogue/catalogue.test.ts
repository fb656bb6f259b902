import { describe, expect, it } from "vitest";
import { writePath } from "@/lib/testing/simulators/write-path";
import { artifactSlotsOf } from "../contract/artifact-slots";
import { buildRequest } from "../contract/build-request";
import type { DeclarativeGenerator, Json } from "../contract/define-generator";
import { inputSchemaOf } from "../contract/input-schema";
import { parseInputs } from "../contract/parse-inputs";
import { readPath } from "../contract/read-path";
import { corrections } from "../testing/catalogue-corrections";
import facts from "../testing/catalogue-facts.json";
import { addressOf, defaultSubmit, everyInput, type FieldFacts, requestByFacts } from "../testing/catalogue-requests";
import { findGenerator, generators } from "./registry";

interface GeneratorFacts {
  name: string;
  provider: string;
  artifact_type: string;
  inputs: FieldFacts[];
  constant_params?: Record<string, Json>;
}

interface FieldSchema extends Record<string, unknown> {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: FieldSchema[];
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  $ref?: string;
}

const original = facts as unknown as GeneratorFacts[];
const declarative = generators.filter((generator): generator is DeclarativeGenerator => "endpoint" in generator);

/** The schema of a field without the choice of null. */
function withoutNull(schema: FieldSchema): { schema: FieldSchema; isNullable: boolean } {
  const choices = schema.anyOf?.filter((each) => each.type !== "null") ?? [];
  const isNullable = choices.length < (schema.anyOf?.length ?? 0);
  if (choices.length === 1) return { schema: { ...schema, ...choices[0] }, isNullable };
  return { schema: isNullable ? { ...schema, anyOf: choices } : schema, isNullable };
}

function expectSame(given: FieldSchema | undefined, fact: FieldFacts, path: string) {
  expect(given, path).toBeDefined();
  const { schema, isNullable } = withoutNull(given as FieldSchema);
  const list = fact.type.endsWith("[]");
  const artifact = /^artifact:(\w+)/.exec(fact.type)?.[1];
  if (fact.nullable) expect(isNullable, `${path} takes null`).toBe(true);
  if (artifact) expect((list ? schema.items : schema)?.$ref, path).toBe(`#/$defs/${artifact[0]?.toUpperCase()}${artifact.slice(1)}Artifact`);
  if (list) expect(schema.type, path).toBe("array");
  const values = fact.enum ?? fact.pattern?.slice(2, -2).split("|");
  if (values && !fact.type.startsWith("union")) expect(schema.enum ?? [schema.const], path).toEqual(values);
  const simple = { boolean: "boolean", integer: "integer", number: "number", string: "string" }[fact.type];
  if (simple && !values) expect(["string", "number", "integer", "boolean"].includes(String(schema.type)) ? schema.type : simple, path).toBe(simple);
  for (const [name, keyword] of limits)
    if (fact[name] !== undefined && !(keyword === "minItems" && fact[name] === 0)) expect(schema[keyword], `${path} ${name}`).toBe(fact[name]);
  if (fact.default !== undefined && fact.default !== "<object defaults>") expect(schema.default, `${path} default`).toEqual(fact.default);
  for (const inner of fact.fields ?? []) {
    const objects = [schema, ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
    expectSame(objects.find((each) => each.properties)?.properties?.[inner.name], inner, `${path}.${inner.name}`);
  }
}

const limits = [
  ["min", "minimum"],
  ["max", "maximum"],
  ["min_length", "minLength"],
  ["max_length", "maxLength"],
  ["min_items", "minItems"],
  ["max_items", "maxItems"],
] as const;

describe.each(original.map((fact) => [fact.name, fact] as const))("%s as the original has it", (name, fact) => {
  const generator = findGenerator(name) as DeclarativeGenerator;
  const inputs = fact.inputs.map((input) => ({ ...input, ...corrections[name]?.[input.name] }));

  it("has every input with its type, default, limits, values and whether it may be null", () => {
    expect(generator).toMatchObject({ provider: fact.provider, artifactType: fact.artifact_type });
    const { properties, required = [] } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema>; required?: string[] };
    for (const input of inputs) {
      expectSame(properties[input.name], input, input.name);
      expect(required.includes(input.name), `${input.name} required`).toBe(input.required);
    }
  });

  it.each(["only what is required", "everything", "nothing optional but null"] as const)("sends exactly what the facts say: %s", (variant) => {
    for (const raw of variant === "everything" ? everyInput(generator) : [defaultSubmit(generator)]) {
      if (variant === "nothing optional but null") for (const { name: field, nullable } of inputs) if (nullable) raw[field] = null;
      const parsed = parseInputs(generator, raw);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const known = Object.fromEntries(Object.entries(parsed.inputs).filter(([field]) => inputs.some((each) => each.name === field)));
      const sent = buildRequest(generator, known, addressOf);
      expect(sent).toEqual(requestByFacts({ ...fact, inputs }, known));
    }
  });
});

describe.each(declarative.map((generator) => [generator.name, generator] as const))("%s", (_name, generator) => {
  it("takes the default submit, and its request is JSON", () => {
    const parsed = parseInputs(generator, defaultSubmit(generator));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const request = buildRequest(generator, parsed.inputs, addressOf);
    expect(JSON.parse(JSON.stringify(request))).toEqual(request);
    for (const { field } of artifactSlotsOf(generator)) if (parsed.inputs[field]) expect(JSON.stringify(request)).toContain("https://files.example/");
  });

  it("finds its result in every shape that it declares", () => {
    const urls = ["https://files.example/1", "https://files.example/2"];
    for (const path of generator.output.split(" | ")) {
      const expected = path.includes("[]") ? urls : urls.slice(0, 1);
      expect(readPath(writePath(path, urls), generator.output), path).toEqual(expected);
    }
    expect(readPath({}, generator.output)).toEqual([]);
  });

  it("names its page and the day it was read, its maker and its task", () => {
    expect(generator.source.page).toMatch(/^https:\/\//);
    expect(generator.source.readOn).toMatch(/^202\d-\d\d-\d\d$/);
    expect(generator.source.unverified ?? "nothing").toMatch(/[^.]$/);
    expect(generator.vendor && generator.task).toMatch(/./);
  });

  it("shows the prompt first and what is rarely touched last", () => {
    const { properties } = inputSchemaOf(generator) as { properties: Record<string, { group?: string }> };
    const groups = Object.values(properties).map((property) => property.group === "advanced");
    expect([...groups].sort()).toEqual(groups);
    if (properties.prompt && !properties.prompt.group) expect(Object.keys(properties)[0]).toBe("prompt");
  });

  it("costs a finite amount that does not fall with count and duration", () => {
    const cost = (change: Record<string, unknown>) => {
      const parsed = parseInputs(generator, { ...defaultSubmit(generator), ...change });
      return parsed.ok ? parsed.costUsd : null;
    };
    const base = cost({}) ?? Number.NaN;
    expect(Number.isFinite(base) && base >= 0).toBe(true);
    const { properties } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema> };
    for (const field of ["num_images", "n", "duration", "steps", "seconds_total", "music_length_ms"]) {
      const schema = properties[field];
      if (!schema) continue;
      // What the model chooses itself is priced at its longest, wherever it stands.
      const values = (schema.enum as (string | number)[] | undefined)?.filter((value) => value !== "auto") ?? [
        schema.minimum as number,
        schema.default as number,
        schema.maximum as number,
      ];
      const costs = values.map((value) => cost({ [field]: value })).filter((each) => each !== null);
      expect(costs.length, field).toBeGreaterThan(0);
      expect(
        [...costs].sort((one, other) => one - other),
        field,
      ).toEqual(costs);
    }
  });
});

it("counts what the catalogue holds", () => {
  expect(original).toHaveLength(98);
  expect(original.flatMap((each) => each.inputs)).toHaveLength(624);
  expect(declarative.length).toBeGreaterThanOrEqual(128);
  const types = new Set(declarative.map((generator) => generator.artifactType));
  expect([...types].sort()).toEqual(["audio", "image", "lora", "model", "text", "video"]);
});
