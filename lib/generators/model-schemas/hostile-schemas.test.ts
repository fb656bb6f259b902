import { expect, it } from "vitest";
import { buildRequest } from "../contract/build-request";
import type { Json } from "../contract/define-generator";
import { largestSchemaBytes, type ModelDescription } from "../contract/model-description";
import { parseInputs } from "../contract/parse-inputs";
import { compareDescriptions } from "./compare-descriptions";
import { mapModel } from "./map-model";
import { describedBy } from "./testing/described-by";

/* Anybody may publish a model, and with it whatever schema they like. */

const output = { type: "string", format: "uri" };
const described = (input: object, others: Record<string, unknown> = {}) =>
  describedBy({ Input: { type: "object", ...input }, Output: output, ...others });
const repeated = <Value>(count: number, make: (index: number) => Value) => Array.from({ length: count }, (_, index) => make(index));
const fields = (count: number, make: (index: number) => unknown) => Object.fromEntries(repeated(count, (index) => [`f${index}`, make(index)]));

it("a field's name leads to nothing but the request itself", () => {
  const pollutedFields = { image_url: { type: "string", format: "uri" }, polluted: { type: "string" } };
  const prototype = { type: "object", properties: pollutedFields };
  const list = { type: "array", items: { type: "object", properties: { image_url: { type: "string", format: "uri" } } } };
  const model = described({ properties: { constructor: { type: "object", properties: { prototype } }, valueOf: list } });
  const generator = mapModel(model).generator({ price: { usd: 0, per: "request" } });
  const field = Object.keys(generator.input.shape).find((name) => name.endsWith("polluted")) ?? "";
  const parsed = parseInputs(generator, { [field]: "yes" });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  try {
    const request = buildRequest(generator, parsed.inputs, String);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(JSON.stringify(request)).toBe('{"constructor":{"prototype":{"polluted":"yes"}}}');
  } finally {
    delete (Object.prototype as { polluted?: string }).polluted;
  }
});

const bombs: Record<string, () => ModelDescription> = {
  "copies of a large object": () =>
    described({ allOf: repeated(6000, () => ({ $ref: "#/components/schemas/Big" })) }, { Big: { properties: fields(15_000, () => ({})) } }),
  "copies of a long list of what is required": () =>
    described({ allOf: repeated(6000, () => ({ $ref: "#/components/schemas/Big" })) }, { Big: { required: repeated(50_000, () => "a") } }),
  "an order longer than the form": () => described({ properties: fields(12_000, () => ({})), "x-fal-order-properties": repeated(50_000, () => "a") }),
  "a description of spaces": () => described({ properties: { prompt: { type: "string", description: `a${" ".repeat(400_000)}b` } } }),
  "a title of spaces": () => described({ properties: { image_url: { type: "string", title: `a${" ".repeat(400_000)}b` } } }),
  "one long description for many files": () =>
    described(
      { properties: fields(40, () => ({ $ref: "#/components/schemas/Big" })) },
      {
        Big: { type: "object", properties: Object.fromEntries(repeated(2000, (index) => [`u${index}_url`, { $ref: "#/components/schemas/Said" }])) },
        Said: { type: "string", description: `zz ${"word ".repeat(60_000)}` },
      },
    ),
  "many choices": () => described({ properties: { style: { enum: repeated(40_000, (index) => `s${index}`) } } }),
};

it.each(Object.entries(bombs))("%s is read, and compared, before the test is over", (_name, make) => {
  const model = make();
  expect(JSON.stringify(model.schema).length).toBeLessThan(largestSchemaBytes);
  const other = { ...model, schema: JSON.parse(JSON.stringify(model.schema).replaceAll('"s', '"t')) as Record<string, Json> };
  expect(() => mapModel(model)).not.toThrow();
  expect(() => compareDescriptions(model, other)).not.toThrow();
});
