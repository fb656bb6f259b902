import { initialValues, readInputRules, readInputSchema, toInputParams, whyNotReady } from "@boards/client";
import { type Condition, holds } from "@boards/client/input-rules";
import { describe, expect, it } from "vitest";
import { checkGenerator } from "../catalogue/check-generator";
import { findGenerator, generators } from "../catalogue/registry";
import { defineGenerator, excludes, z } from "./declare";
import { defaultSubmit } from "./default-submit";
import type { Generator } from "./define-generator";
import { fieldsIn } from "./input-rules";
import { inputSchemaOf } from "./input-schema";
import { parseInputs } from "./parse-inputs";

const one = "0192aaaa-0000-7000-8000-000000000001";
const other = "0192aaaa-0000-7000-8000-000000000002";
const named = (name: string) => findGenerator(name) as Generator;
const gptImage2 = [
  ...["2-5-flare", "2-5-sunburst", "2-6-flare", "2-6-sunburst"].map((version) => `openai-gpt-image-${version}`),
  ...["2-5-flare", "2-5-sunburst"].map((version) => `azure-openai-gpt-image-${version}`),
];

/** A generator, inputs that break a rule of it, the input at fault, and inputs that keep it. */
const cases: [name: string, broken: Record<string, unknown>, field: string, kept: Record<string, unknown>][] = [
  ...[
    "openai-gpt-image-1-5",
    "openai-gpt-image-1-5-edit",
    "fal-gpt-image-1-5",
    "fal-gpt-image-15-edit",
    "fal-gpt-image-1-edit-image",
    "fal-gpt-image-1-mini",
    "fal-gpt-image-2-5-flare",
    "fal-gpt-image-2-5-flare-edit",
    "fal-gpt-image-2-5-sunburst",
    "fal-gpt-image-2-5-sunburst-edit",
    ...gptImage2,
  ].map(
    (name) =>
      [name, { background: "transparent", output_format: "jpeg" }, "output_format", { background: "transparent", output_format: "webp" }] as const,
  ),
  ...gptImage2.map((name) => [name, { mask: one }, "mask", { mask: one, images: [other] }]),
  ...["google-veo-3-1", "google-veo-3-1-fast"].flatMap((name): typeof cases => [
    [name, { last_frame: one }, "last_frame", { first_frame: other, last_frame: one }],
    [name, { first_frame: one, images: [other] }, "images", { images: [one, other] }],
    [name, { resolution: "1080p", duration: 4 }, "duration", { resolution: "720p", duration: 4 }],
    [name, { images: [one], duration: 6 }, "duration", { images: null, duration: 6 }],
  ]),
  ["google-gemini-omni-1-1-flash", { last_frame: one }, "last_frame", { first_frame: other, last_frame: one }],
  ["google-gemini-omni-1-2-flash", { last_frame: one }, "last_frame", { first_frame: other, last_frame: one }],
  ["google-gemini-omni-1-2-flash", { first_frame: one, video: other }, "video", { images: [one], video: other }],
  ["google-gemini-omni-1-2-flash", { first_frame: one, last_frame: other, duration: 12 }, "duration", { first_frame: one, duration: 12 }],
  ...["seedance-2-5", "wan-3", "hailuo-3", "h3-max"].map((model) => [
    `runway-${model}`,
    { last_frame: one },
    "last_frame",
    { first_frame: other, last_frame: one },
  ]),
  ...["seedance-2-5", "wan-3", "hailuo-3", "grok-imagine-1-5"].map((model) => [
    `runway-${model}`,
    { first_frame: one, images: [other] },
    "images",
    { images: [other] },
  ]),
  ["runway-grok-imagine-1-5", { images: [one], resolution: "1080p" }, "resolution", { resolution: "1080p" }],
  ["bfl-flux-3-video", { last_frame: one }, "last_frame", { first_frame: other, last_frame: one }],
  ["bfl-flux-3-video", { first_frame: one, video: other }, "video", { video: other }],
  ["bfl-flux-3-video", { video: one, duration: 16 }, "duration", { duration: 16 }],
  ["replicate-seedance-2", { last_frame_image: one }, "last_frame_image", { image: other, last_frame_image: one }],
  ["replicate-seedance-2", { image: one, reference_images: [other] }, "reference_images", { reference_images: [other] }],
  ["replicate-veo-3-1", { last_frame: one }, "last_frame", { image: other, last_frame: one }],
  ["kie-kling-3", { last_frame: one }, "last_frame", { first_frame: other, last_frame: one }],
  ...["kie-seedance-2", "kie-seedance-2-5", "kie-seedance-2-fast"].flatMap((name): typeof cases => [
    [name, { last_frame_image: [one] }, "last_frame_image", { first_frame_image: [other], last_frame_image: [one] }],
    [
      name,
      { first_frame_image: [one], reference_video_sources: [other] },
      "first_frame_image",
      { reference_image_sources: [one], reference_video_sources: [other] },
    ],
    [name, { reference_audio_sources: [one] }, "reference_audio_sources", { reference_audio_sources: [one], reference_image_sources: [other] }],
  ]),
  ["fal-ideogram-character", { style_codes: ["0123abcd"], style: "FICTION" }, "style", { style_codes: ["0123abcd"] }],
  ...["fal-ideogram-character", "fal-ideogram-character-edit"].map(
    (name) =>
      [
        name,
        { color_palette: { name: "EMBER", members: [{ rgb: { r: 1, g: 2, b: 3 }, color_weight: 0.5 }] } },
        "color_palette",
        { color_palette: { name: "EMBER" } },
      ] as const,
  ),
  ["fal-birefnet-v2", { operating_resolution: "2304x2304" }, "model", { operating_resolution: "2304x2304", model: "General Use (Dynamic)" }],
  ["fal-ltx-25-fast-text-to-video", { duration: 12, resolution: "1440p" }, "resolution", { duration: 12, resolution: "1080p", fps: 24 }],
  ["fal-ltx-25-fast-text-to-video", { duration: 12, fps: 50 }, "fps", { duration: 12, fps: 24 }],
  ["fal-pixverse-v5-text-to-video", { duration: "8", resolution: "1080p" }, "resolution", { duration: "8", resolution: "720p" }],
  ["fal-hunyuan3d-v31-pro-image-to-3d", { enable_pbr: true, generate_type: "Geometry" }, "enable_pbr", { enable_pbr: true, generate_type: "Normal" }],
  ...["fal-minimax-h3-reference-to-video", "fal-seedance-2-5-reference-to-video"].map((name) => [
    name,
    { reference_audio: [one] },
    "reference_audio",
    { reference_audio: [one], reference_images: [other] },
  ]),
  ...[
    "xai-grok-imagine-video-1-5",
    "alibaba-wan-3",
    "alibaba-wan-3-prime",
    "bytedance-seedance-2-0",
    "bytedance-seedance-2-0-fast",
    "minimax-h3",
    "minimax-h3-max",
  ].map((name) => [name, { last_frame: one }, "last_frame", { image: other, last_frame: one }]),
  ...["minimax-h3", "minimax-h3-max"].map((name) => [name, { image: one, aspect_ratio: "1:1" }, "aspect_ratio", { aspect_ratio: "1:1" }]),
  ["minimax-h3", { image: one, references: [other] }, "references", { references: [other] }],
  ["fal-ltx-23-fast-text-to-video", { duration: 12, resolution: "1440p" }, "resolution", { duration: 12, resolution: "1080p" }],
] as never;

const rulesBrokenBy = new Set<unknown>();

describe("form and server keep the same rules:", () => {
  it.each(cases)("%s refuses %j at %s", (name, broken, field, kept) => {
    const generator = named(name);
    const schema = inputSchemaOf(generator);
    const [fields, rules] = [readInputSchema(schema), readInputRules(schema)];
    const inForm = (inputs: Record<string, unknown>) => ({ ...initialValues(fields), ...defaultSubmit(generator), ...inputs });

    const parsed = parseInputs(generator, { ...defaultSubmit(generator), ...broken });
    if (parsed.ok) throw new Error("was taken");
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.problems[0]?.field).toBe(field);
    expect(whyNotReady(fields, rules, inForm(broken))).toMatchObject({ reason: "rule_broken", rule: { description: parsed.problems[0]?.message } });
    for (const rule of generator.rules ?? []) if (rule.description === parsed.problems[0]?.message) rulesBrokenBy.add(`${name}: ${rule.description}`);

    expect(parseInputs(generator, { ...defaultSubmit(generator), ...kept })).toMatchObject({ ok: true });
    expect(whyNotReady(fields, rules, inForm(kept))).toBeNull();
  });

  it("has a case for each rule that there is", () => {
    const all = generators.flatMap(({ name, rules = [] }) => rules.map((rule) => `${name}: ${rule.description}`));
    expect([...rulesBrokenBy].sort()).toEqual(all.sort());
  });
});

it("stands in the input schema in JSON Schema's words, of inputs that there are", () => {
  for (const { name, input, rules = [] } of generators) {
    if (rules.length > 0) expect(inputSchemaOf(named(name)).allOf).toEqual(JSON.parse(JSON.stringify(rules)));
    for (const rule of rules)
      for (const field of [rule.field, ...fieldsIn(rule)]) expect(Object.keys(input.shape), `${name}: ${field}`).toContain(field);
  }
  expect(inputSchemaOf(named("google-veo-3-1")).allOf).toContainEqual({
    field: "last_frame",
    description: "A last frame needs a first frame",
    dependentRequired: { last_frame: ["first_frame"] },
  });
});

describe("what says nothing is neither shown nor sent:", () => {
  it.each([
    ["fal-pixverse-lipsync", "text", { text: "hello" }, { audio_url: one }],
    ["fal-pixverse-lipsync", "voice_id", {}, { audio_url: one }],
    ["runway-aleph-2", "guidance_position", { guidance_image: one }, { guidance_image: null }],
    ["kie-suno-v5-5", "lyrics", { lyrics: "la la" }, { instrumental: true }],
    ["fal-wan-26-text-to-video", "multi_shots", {}, { enable_prompt_expansion: false }],
    ["fal-wan-26-image-to-video", "multi_shots", {}, { enable_prompt_expansion: false }],
  ])("%s's %s", (name, field, shown, hidden) => {
    const fields = readInputSchema(inputSchemaOf(named(name)));
    const values = { ...initialValues(fields), ...shown };
    expect(toInputParams(fields, values)).toHaveProperty(field);
    expect(toInputParams(fields, { ...values, ...hidden })).not.toHaveProperty(field);
  });

  it("which is never what must be given", () => {
    const hidden = generators.flatMap((generator) => {
      const schema = inputSchemaOf(generator) as { properties: Record<string, { visibleWhen?: Condition }>; required?: string[] };
      return Object.entries(schema.properties).flatMap(([field, { visibleWhen }]) => (visibleWhen ? [{ field, visibleWhen, schema }] : []));
    });
    expect(hidden.length).toBeGreaterThan(5);
    for (const { field, visibleWhen, schema } of hidden) {
      expect(schema.required ?? []).not.toContain(field);
      for (const named of fieldsIn(visibleWhen)) expect(Object.keys(schema.properties)).toContain(named);
    }
  });
});

it.each<[Condition, unknown, boolean]>([
  [{ required: ["a"] }, { a: 0 }, true],
  [{ required: ["a"] }, { a: false }, true],
  [{ required: ["a"] }, { a: null }, false],
  [{ required: ["a"] }, { a: [] }, false],
  [{ required: ["a"] }, { a: "" }, false],
  [{ properties: { a: { const: 1 } } }, {}, true],
  [{ properties: { a: { const: 1 } } }, { a: "1" }, false],
  [{ properties: { a: { enum: ["x", "y"] } } }, { a: "z" }, false],
  [{ not: { required: ["a", "b"] } }, { a: 1, b: 1 }, false],
  [{ not: { required: ["a", "b"] } }, { a: 1 }, true],
  [{ anyOf: [{ required: ["a"] }, { required: ["b"] }] }, { b: 1 }, true],
  [{ anyOf: [{ required: ["a"] }, { required: ["b"] }] }, {}, false],
  [{ dependentRequired: { a: ["b"] } }, { a: 1 }, false],
  [{ dependentRequired: { a: ["b"] } }, { b: 1 }, true],
  [{ properties: { a: { not: { required: ["b", "c"] } } } }, { a: { b: 1, c: 1 } }, false],
])("%j of %j is %s", (condition, value, expected) => {
  expect(holds(condition, value)).toBe(expected);
});

it("refuses a rule of one's own that names an input which is none", () => {
  const generator = defineGenerator({
    provider: "local",
    name: "mine",
    title: "Mine",
    description: "One of my own, to see what is said.",
    artifactType: "text",
    input: z.object({ a: z.string().nullish().meta({ title: "A", description: "One." }) }),
    rules: [excludes("a", ["b"], "Not both")],
    costUsd: () => 0,
    run: async () => {},
  });
  expect(() => checkGenerator(generator)).toThrow("a rule names b, which isn't an input");
});
