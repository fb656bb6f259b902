import { describe, expect, it } from "vitest";
import { checkInputs, isUnfinished } from "./check-inputs.ts";
import { forbiddenOptions } from "./forbidden-options.ts";
import type { InputRule } from "./input-rules.ts";
import { initialValues, toInputParams } from "./input-values.ts";
import { readInputSchema } from "./read-input-schema.ts";

const size = {
  type: "object",
  properties: { width: { type: "integer", minimum: 64 }, height: { type: "integer", minimum: 64 } },
  required: ["width", "height"],
};
const schemas: Record<string, object> = {
  text: { type: "string", minLength: 2, maxLength: 4 },
  code: { type: "string", pattern: "^[0-9A-F]{4}$" },
  count: { type: "integer", minimum: 1, maximum: 4 },
  above: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
  side: { type: "integer", multipleOf: 16 },
  tenths: { type: "number", multipleOf: 0.1 },
  color: { type: "string", format: "color" },
  list: { type: "array", items: { type: "string", maxLength: 3 }, minItems: 2, maxItems: 3 },
  size: { anyOf: [{ enum: ["square"] }, size] },
};

describe("checkInputs", () => {
  it.each([
    ["text", "a", "too_short", "text"],
    ["text", "abcde", "too_long", "text"],
    ["code", "12G4", "wrong_format", "code"],
    ["count", 0, "too_small", "count"],
    ["count", 5, "too_large", "count"],
    ["count", 1.5, "not_whole", "count"],
    ["above", 0, "not_above", "above"],
    ["above", 1, "not_below", "above"],
    ["side", 20, "not_multiple", "side"],
    ["color", "red", "wrong_format", "color"],
    ["list", ["a"], "too_few", "list"],
    ["list", ["a", "b", "c", "d"], "too_many", "list"],
    ["list", ["a", "long"], "too_long", "list[1]"],
    ["list", ["a", ""], "value_missing", "list[1]"],
    ["size", { width: 64, height: 1 }, "too_small", "size.height"],
    ["size", { width: 64, height: null }, "value_missing", "size.height"],
    ["size", "wide", "wrong_format", "size"],
  ])("finds what is wrong with %s %j: %s", (name, value, reason, path) => {
    const fields = readInputSchema({ properties: { [name]: schemas[name] } });
    expect(checkInputs(fields, [], { [name]: value })).toMatchObject([{ reason, path }]);
  });

  it.each([
    ["text", "abc"],
    ["code", "12A4"],
    ["above", 0.5],
    ["tenths", 0.3],
    ["list", []],
    ["list", ["a", "b"]],
    ["size", "square"],
    ["size", { width: 64, height: 64 }],
    ["size", null],
  ])("finds nothing wrong with %s %j", (name, value) => {
    const fields = readInputSchema({ properties: { [name]: schemas[name] } });
    expect(checkInputs(fields, [], { [name]: value })).toEqual([]);
  });

  it("tells what is missing from what is wrong", () => {
    const properties = { prompt: { type: "string" }, facing: { enum: ["left", "right"] }, lines: { type: "array", items: size, minItems: 1 } };
    const fields = readInputSchema({ properties, required: Object.keys(properties) });
    const problems = checkInputs(fields, [], { ...initialValues(fields), prompt: "  " });
    expect(problems.map(({ path }) => path)).toEqual(["prompt", "facing", "lines[0].width", "lines[0].height"]);
    expect(problems.every(isUnfinished)).toBe(true);
  });
});

describe("forbiddenOptions", () => {
  const fields = readInputSchema({
    properties: {
      duration: { enum: [5, 8], default: 5 },
      resolution: { enum: ["720p", "1080p"], default: "720p" },
      loop: { type: "boolean", default: false },
    },
  });
  const [duration, resolution, loop] = fields;
  const rules: InputRule[] = [
    {
      field: "resolution",
      description: "1080p videos are limited to 5 seconds",
      not: { properties: { duration: { const: 8 }, resolution: { const: "1080p" } } },
    },
    { field: "loop", description: "Only 5 seconds loop", not: { properties: { duration: { const: 8 }, loop: { const: true } } } },
  ];
  const forbidden = (field: typeof duration, values: object) => [
    ...forbiddenOptions(field as never, rules, fields, { ...initialValues(fields), ...values }),
  ];

  it("are those that a rule refuses as the others stand, with its reason", () => {
    expect(forbidden(resolution, {})).toEqual([]);
    expect(forbidden(resolution, { duration: 8 })).toEqual([["1080p", "1080p videos are limited to 5 seconds"]]);
    expect(forbidden(duration, { resolution: "1080p" })).toEqual([[8, "1080p videos are limited to 5 seconds"]]);
    expect(forbidden(loop, { duration: 8 })).toEqual([[true, "Only 5 seconds loop"]]);
  });

  it("are never what is chosen, and none for a rule that is broken anyway", () => {
    expect(forbidden(resolution, { duration: 8, resolution: "1080p" })).toEqual([]);
  });
});

describe("toInputParams", () => {
  it("sends null where that takes the place of a default, and leaves out what is merely empty", () => {
    const fields = readInputSchema({
      properties: {
        limit: { anyOf: [{ type: "integer" }, { type: "null" }], default: 10 },
        seed: { anyOf: [{ type: "integer" }, { type: "null" }] },
      },
    });
    expect(toInputParams(fields, { limit: null, seed: null })).toEqual({ limit: null });
    expect(toInputParams(fields, initialValues(fields))).toEqual({ limit: 10 });
  });

  it("sends the fields of a group that are given", () => {
    const fields = readInputSchema({ properties: { size: schemas.size } });
    expect(toInputParams(fields, { size: { width: 64, height: null } })).toEqual({ size: { width: 64 } });
  });
});
