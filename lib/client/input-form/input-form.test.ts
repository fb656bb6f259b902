import { describe, expect, it } from "vitest";
import { findGenerator, generators } from "@/lib/generators/catalogue/registry";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { whyNotReady } from "./check-inputs.ts";
import { initialValues, toInputParams } from "./input-values.ts";
import { readInputSchema } from "./read-input-schema.ts";

const fieldsOf = (name: string) => {
  const generator = findGenerator(name);
  if (!generator) throw new Error(`no generator ${name}`);
  return readInputSchema(inputSchemaOf(generator));
};
const field = (generator: string, name: string) => fieldsOf(generator).find((each) => each.name === name);

describe("readInputSchema", () => {
  it.each([
    ["sketch", "prompt", { kind: "longText", isRequired: true, maximumLength: 2000 }],
    ["sketch", "style", { kind: "choice", initial: "any" }],
    ["sketch", "detail", { kind: "number", minimum: 0, maximum: 1, step: 0.05, isWhole: false }],
    ["sketch", "count", { kind: "number", minimum: 1, maximum: 8, isWhole: true, isOptional: false }],
    ["sketch", "seed", { kind: "number", isOptional: true, initial: null }],
    ["upscale", "factor", { kind: "choice", options: [2, 3, 4], initial: 2 }],
    ["upscale", "sharpen", { kind: "switch", initial: true }],
    ["upscale", "image", { kind: "artifact", artifactType: "IMAGE", isList: false, isRequired: true }],
    ["collage", "images", { kind: "artifact", artifactType: "IMAGE", isList: true, minimum: 2, maximum: 9 }],
    ["collage", "background", { kind: "color", initial: "#f6ead7" }],
    ["slideshow", "audio", { kind: "artifact", artifactType: "AUDIO", isRequired: false, title: "Audio" }],
  ])("reads %s's %s", (generator, name, expected) => {
    expect(field(generator, name)).toMatchObject(expected);
  });

  it("loses no input of any generator", () => {
    for (const generator of generators)
      expect(fieldsOf(generator.name).map((each) => each.name)).toEqual(Object.keys(inputSchemaOf(generator).properties as object));
  });
});

describe("toInputParams and whyNotReady", () => {
  it("send defaults, and leave out what was left empty", () => {
    const fields = fieldsOf("collage");
    const values = initialValues(fields);
    expect(whyNotReady(fields, [], values)).toMatchObject({ reason: "artifacts_missing", field: { name: "images" }, missing: 2 });
    expect(toInputParams(fields, values)).not.toHaveProperty("images");
    expect(whyNotReady(fields, [], { ...values, images: ["a", "b"] })).toBeNull();
  });

  it("ask for a prompt that is missing", () => {
    const fields = fieldsOf("sketch");
    expect(whyNotReady(fields, [], initialValues(fields))).toMatchObject({ reason: "value_missing", field: { name: "prompt" } });
    expect(toInputParams(fields, { ...initialValues(fields), prompt: "hills" })).toEqual({
      prompt: "hills",
      style: "any",
      aspect_ratio: "4:3",
      detail: 0.5,
      count: 1,
    });
  });
});
