import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGenerator } from "../catalogue/check-generator";
import type { Json } from "../contract/define-generator";
import { compareDescriptions } from "./compare-descriptions";
import { mapModel } from "./map-model";
import { describedBy } from "./testing/described-by";

const output = { type: "array", items: { type: "string", format: "uri" } };

const names = fc.constantFrom(
  "prompt",
  "image_url",
  "image_urls",
  "seed",
  "n",
  "Top-P",
  "constructor",
  "toString",
  "size",
  "webhook_url",
  "a.b",
  "日本",
  "",
  "1st",
);
const words = fc.constantFrom("string", "number", "integer", "boolean", "array", "object", "null", "file");
const anyValue = fc.jsonValue({ maxDepth: 2 });
/** What people and programs write as schemas, right and wrong. */
const { schema: anySchema } = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 5 },
    anyValue,
    fc.record(
      {
        type: fc.oneof(words, fc.array(words, { maxLength: 3 }), anyValue),
        $ref: fc.constantFrom(
          "#/components/schemas/A",
          "#/components/schemas/Input",
          "#/nothing",
          "https://example.com/schema",
          "#/components/schemas/A/items",
        ),
        enum: fc.array(anyValue, { maxLength: 4 }),
        const: anyValue,
        default: anyValue,
        format: fc.constantFrom("uri", "color", "date"),
        title: fc.string({ maxLength: 20 }),
        description: fc.constantFrom("URL of the image", "A zip file of videos", "A number"),
        minimum: fc.oneof(fc.integer(), anyValue),
        maximum: fc.oneof(fc.integer(), anyValue),
        exclusiveMinimum: fc.oneof(fc.boolean(), fc.integer()),
        multipleOf: fc.oneof(fc.integer(), fc.double()),
        minLength: fc.integer(),
        maxLength: fc.integer(),
        minItems: fc.integer({ max: 50 }),
        maxItems: fc.integer({ max: 50 }),
        nullable: fc.boolean(),
        required: fc.array(names, { maxLength: 3 }),
        properties: fc.dictionary(names, tie("schema"), { maxKeys: 4 }),
        items: tie("schema"),
        anyOf: fc.array(tie("schema"), { maxLength: 3 }),
        allOf: fc.array(tie("schema"), { maxLength: 2 }),
        oneOf: fc.array(tie("schema"), { maxLength: 2 }),
        "x-order": fc.integer(),
      },
      { requiredKeys: [] },
    ),
  ),
}));
const anyInput = fc.record({
  type: fc.constant("object"),
  properties: fc.dictionary(names, anySchema, { maxKeys: 5 }),
  required: fc.array(names, { maxLength: 3 }),
});

describe("whatever a provider publishes", () => {
  it("becomes a generator that can be offered, or says what is in its way", () => {
    fc.assert(
      fc.property(anyInput, anySchema, fc.oneof(fc.constant(output), anySchema), (Input, A, Output) => {
        const mapped = mapModel(describedBy({ Input, A, Output }));
        if (mapped.isUsable) checkGenerator(mapped.generator({ price: { usd: 1, per: "request" } }));
        else expect(mapped.problems.some(({ isBlocking }) => isBlocking)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("is the same as itself", () => {
    fc.assert(
      fc.property(anyInput, anySchema, (Input, A) => {
        const description = describedBy({ Input, A, Output: output });
        expect(compareDescriptions(description, structuredClone(description))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("is read a bounded number of times, however often it refers to itself", () => {
    let reads = 0;
    const levels = Array.from({ length: 40 }, (_, level): [string, Json] => {
      const next = { $ref: `#/components/schemas/L${level + 1}` };
      const schema = {
        get anyOf() {
          reads += 1;
          if (reads > 100_000) throw new Error("the schema is read over and over");
          return Array.from({ length: 40 }, () => next);
        },
        properties: { a: next, b: next },
      };
      return [`L${level}`, schema];
    });
    const Input = { type: "object", required: ["bomb"], properties: { bomb: { $ref: "#/components/schemas/L0" }, prompt: { type: "string" } } };
    const { problems } = mapModel(describedBy({ ...Object.fromEntries(levels), L40: { type: "string" }, Input, Output: output }));
    expect(reads).toBeGreaterThan(0);
    expect(problems).toContainEqual(expect.objectContaining({ field: "bomb", isBlocking: true }));
  });
});

describe("two readings of a model", () => {
  const input = (properties: Record<string, Json>, required: string[] = []) =>
    describedBy({ Input: { type: "object", properties, required }, Output: output });
  const changes = (before: Record<string, Json>, after: Record<string, Json>, required: [string[], string[]] = [[], []]) =>
    compareDescriptions(input(before, required[0]), input(after, required[1])).map(
      ({ kind, field, change, isBreaking }) => `${kind} ${field}: ${change}${isBreaking ? "!" : ""}`,
    );

  it.each([
    ["a new field", {}, { style: { type: "string" } }, ["added style: New, optional"]],
    ["a field that is gone", { style: { type: "string" } }, {}, ["removed style: No longer accepted!"]],
    [
      "choices",
      { size: { enum: ["1K", "2K"] } },
      { size: { enum: ["2K", "4K"] } },
      ["changed size: No longer accepts 1K!", "changed size: Also accepts 4K"],
    ],
    [
      "wider limits",
      { n: { type: "integer", minimum: 1, maximum: 4 } },
      { n: { type: "integer", minimum: 1, maximum: 8 } },
      ["changed n: Accepts 1 to 8 (was 1 to 4)"],
    ],
    [
      "narrower limits",
      { n: { type: "integer", maximum: 4 } },
      { n: { type: "integer", maximum: 2 } },
      ["changed n: Accepts up to 2 (was up to 4)!"],
    ],
    [
      "fewer files",
      { image_urls: { type: "array", items: { type: "string" }, maxItems: 9 } },
      { image_urls: { type: "array", items: { type: "string" }, maxItems: 3 } },
      ["changed image_urls: Accepts up to 3 items (was up to 9 items)!"],
    ],
    [
      "a default",
      { go: { type: "boolean", default: true } },
      { go: { type: "boolean", default: false } },
      ["changed go: Default is false (was true)"],
    ],
    ["a kind", { duration: { type: "string" } }, { duration: { type: "integer" } }, ["changed duration: Now: number (was: text)!"]],
    [
      "what is within",
      { voice: { type: "object", properties: { speed: { type: "number" } } } },
      { voice: { type: "object", properties: { speed: { type: "number", maximum: 2 } } } },
      ["changed voice.speed: Accepts up to 2 (was any number)!"],
    ],
  ] as [string, Record<string, Json>, Record<string, Json>, string[]][])("tell of %s", (_what, before, after, told) => {
    expect(changes(before, after)).toEqual(told);
  });

  it("tell of what must be given, and of the whole", () => {
    const field = { prompt: { type: "string" } };
    expect(changes(field, field, [[], ["prompt"]])).toEqual(["changed prompt: Now required!"]);
    const [before, after] = [input(field), { ...input(field), title: "Else", version: "2", isRetired: true, priceSaid: "$1 per image" }];
    expect(compareDescriptions(before, after).map(({ field, change }) => `${field}: ${change}`)).toEqual([
      "title: Now called “Else” (was “Something”)",
      "price: Now $1 per image (was not published)",
      "version: Now 2 (was 1)",
      "model: Deprecated by the provider",
    ]);
    const moved = describedBy({ Input: { type: "object", properties: field, required: [] }, Output: { type: "string", format: "uri" } });
    expect(compareDescriptions(before, moved)).toEqual([
      { kind: "changed", field: "output", change: "Now at output (was output[])", isBreaking: true },
    ]);
  });
});
