import { describe, expect, it } from "vitest";
import type { Generator } from "../contract/define-generator";
import { inputSchemaOf } from "../contract/input-schema";
import { parseInputs } from "../contract/parse-inputs";
import facts from "../testing/catalogue-facts.json";
import { findGenerator } from "./registry";

/*
 * What the original's own screen sends for each of its 98 generators, drawn from the schemas that we serve by the rules of its form: one
 * artifact for a slot, also where the schema asks for a list; always a prompt; the options of a dropdown as text. What it has no field
 * for (switches, what may be null, objects) it never sends.
 */

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  items?: Schema;
}

const artifact = "0192aaaa-0000-7000-8000-000000000001";

const isSlot = ({ $ref, type, items }: Schema) => ($ref ?? (type === "array" ? items?.$ref : undefined))?.includes("Artifact") === true;

/** The values that a person can bring a setting to, the untouched one first; none where the form has no field for it. */
function settingValues({ enum: options, const: only, type, default: initial, minimum, maximum }: Schema): unknown[] {
  // The form shows a text field, in which there is but one thing to write.
  if (only !== undefined) return [initial];
  if (options) return [initial === undefined ? undefined : String(initial), ...options.map(String)];
  if (type === "integer" || type === "number") return [initial, ...(minimum !== undefined && maximum !== undefined ? [minimum, maximum] : [null])];
  if (type === "string") return [initial === undefined ? undefined : String(initial), "some words"];
  return [];
}

/** Every submit in which one setting at most is touched, beside those that the generator asks for and the form leaves empty. */
function submits(name: string): Record<string, unknown>[] {
  const generator = findGenerator(name);
  if (!generator) throw new Error(`${name} is gone`);
  const { properties, required = [] } = inputSchemaOf(generator) as { properties: Record<string, Schema>; required?: string[] };
  const untouched: Record<string, unknown> = { prompt: "hello world" };
  const touched: Record<string, unknown>[] = [];
  for (const [field, schema] of Object.entries(properties)) {
    if (field === "prompt" && schema.type === "string") continue;
    if (isSlot(schema)) {
      untouched[field] = artifact;
      continue;
    }
    const [initial, ...others] = settingValues(schema);
    const value = initial === undefined && required.includes(field) ? others.at(-1) : initial;
    if (value !== undefined) untouched[field] = value;
    touched.push(...others.map((other) => ({ [field]: other })));
  }
  return [untouched, ...touched.map((change) => ({ ...untouched, ...change }))];
}

it("takes exactly three things that the schema does not say, of the original's 98 generators", () => {
  const named = (name: string, raw: Record<string, unknown>) => parseInputs(findGenerator(name) as Generator, raw);
  expect(facts).toHaveLength(98);
  expect(named("fal-nano-banana-edit", { prompt: "a hat", image_sources: artifact })).toMatchObject({
    ok: true,
    inputs: { image_sources: [artifact] },
    warnings: [],
  });
  expect(named("fal-sora-2-text-to-video", { prompt: "a fox", duration: "12" })).toMatchObject({ ok: true, inputs: { duration: 12 } });
  const cutOut = named("fal-bria-background-remove", { prompt: "hello", image_url: artifact });
  expect(cutOut).toMatchObject({
    ok: true,
    inputs: expect.not.objectContaining({ prompt: "hello" }),
    warnings: [{ field: "prompt", message: expect.stringContaining("doesn't use a prompt") }],
  });

  for (const [raw, field] of [
    [{ image_url: [artifact] }, "image_url"],
    [{ image_url: artifact, text: "hello" }, "text"],
    [{ image_url: artifact, prompts: "hello" }, "prompts"],
  ] as const)
    expect(named("fal-bria-background-remove", raw)).toMatchObject({ ok: false, problems: [{ field }] });
  for (const duration of ["7", "8.0", " 8", "", true])
    expect(named("fal-sora-2-text-to-video", { prompt: "a fox", duration })).toMatchObject({ ok: false });
  expect(named("fal-nano-banana-edit", { prompt: "a hat", image_sources: "no id" })).toMatchObject({
    ok: false,
    problems: [{ field: "image_sources.0" }],
  });
  expect(named("fal-flux-2", { prompt: "a fox", num_images: "2" })).toMatchObject({ ok: false, problems: [{ field: "num_images" }] });
});

describe.each(facts.map(({ name }) => name))("%s", (name) => {
  it("takes what the original's screen sends", () => {
    const generator = findGenerator(name);
    if (!generator) throw new Error(`${name} is gone`);
    for (const submit of submits(name)) {
      const parsed = parseInputs(generator, submit);
      // JPEG is what its form begins with.
      if (name === "fal-gpt-image-1-mini" && submit.background === "transparent")
        expect(parsed).toMatchObject({ problems: [{ field: "output_format", message: "A transparent background needs PNG or WebP" }] });
      else expect(parsed, JSON.stringify(submit)).toMatchObject({ ok: true });
    }
  });
});
