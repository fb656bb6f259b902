import { checkInputs, readInputRules, readInputSchema, toInputParams } from "@boards/client";
import { describe, expect, it } from "vitest";
import { generators } from "@/lib/generators/catalogue/registry";
import { type Diligence, fillForm } from "@/lib/generators/testing/fill-form";
import { inputSchemaOf } from "./input-schema";
import { parseInputs } from "./parse-inputs";

/** What is too much together only the server knows; it names the field. */
const tooMuchTogether: Record<string, string> = {
  "fal-gpt-image-2": "image_size",
  "fal-gpt-image-2-edit": "image_size",
  "fal-gpt-image-2-5-flare": "image_size",
  "fal-gpt-image-2-5-flare-edit": "image_size",
  "fal-gpt-image-2-5-sunburst": "image_size",
  "fal-gpt-image-2-5-sunburst-edit": "image_size",
  "elevenlabs-text-to-dialogue": "inputs",
};

describe.each<Diligence>(["required", "every field", "every field to its limit"])("the form of every generator, filled in: %s", (diligence) => {
  it.each(generators.map((generator) => [generator.name, generator] as const))("%s", (_name, generator) => {
    const schema = inputSchemaOf(generator);
    const [fields, rules] = [readInputSchema(schema), readInputRules(schema)];
    const values = fillForm(fields, rules, diligence);
    const sent = toInputParams(fields, values);
    expect(checkInputs(fields, rules, values), JSON.stringify(sent)).toEqual([]);
    const parsed = parseInputs(generator, sent);
    const expected = diligence === "every field to its limit" ? tooMuchTogether[generator.name] : undefined;
    expect(parsed.ok ? [] : parsed.problems).toEqual(expected ? [{ field: expected, message: expect.any(String) }] : []);
  });
});
