import { describe, expect, it } from "vitest";
import { initialValues } from "./input-values.ts";
import { placeErrors } from "./place-errors.ts";
import { readInputSchema } from "./read-input-schema.ts";

const fields = readInputSchema({
  properties: {
    prompt: { type: "string", title: "Prompt" },
    style_codes: { type: "array", title: "Style codes", items: { type: "string" } },
    voice_setting: { type: "object", title: "Voice", properties: { speed: { type: "number", title: "Speed", default: 1 } } },
    size: { title: "Size", anyOf: [{ enum: ["square"] }, { type: "object", properties: { width: { type: "integer", title: "Width" } } }] },
    hidden: { type: "string", title: "Hidden", visibleWhen: { required: ["prompt"] } },
  },
});
const values = { ...initialValues(fields), style_codes: ["a", "b"], voice_setting: { speed: 9 }, size: { width: 3 } };

describe("placeErrors", () => {
  it.each([
    ["inputParams.prompt", "prompt is required", "prompt", "Prompt is required"],
    ["inputParams.style_codes.1", "style_codes.1 is too short", "style_codes[1]", "Style codes 2 is too short"],
    ["inputParams.voice_setting.speed", "voice_setting.speed must be at most 2", "voice_setting.speed", "Speed must be at most 2"],
    ["inputParams.size.width", "size.width is too small", "size.width", "Width is too small"],
    ["inputParams.size.height", "size.height is required", "size", "size.height is required"],
    ["inputParams.style_codes.7", "style_codes.7 is too short", "style_codes", "style_codes.7 is too short"],
  ])("puts %s beside the field that shows it", (field, message, path, shown) => {
    expect(placeErrors(fields, values, [{ field, message }])).toEqual({ byPath: new Map([[path, shown]]), elsewhere: [] });
  });

  it("lists apart what belongs to no field in sight", () => {
    const told = [
      { field: "inputParams.hidden", message: "hidden is wrong" },
      { field: "", message: "The spending limit is reached" },
    ];
    expect(placeErrors(fields, values, told).elsewhere).toEqual(["hidden is wrong", "The spending limit is reached"]);
  });

  it("places several at once, the first of each field", () => {
    const told = ["prompt", "prompt", "style_codes.0"].map((field, index) => ({ field: `inputParams.${field}`, message: String(index) }));
    expect([...placeErrors(fields, values, told).byPath]).toEqual([
      ["prompt", "0"],
      ["style_codes[0]", "2"],
    ]);
  });
});
