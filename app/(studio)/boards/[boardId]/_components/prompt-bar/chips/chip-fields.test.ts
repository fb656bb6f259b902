import { plainFieldsOf, readInputSchema } from "@boards/client";
import { expect, it } from "vitest";
import { generators } from "@/lib/generators/catalogue/registry";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { countFieldOf } from "@/lib/generators/contract/parse-inputs";
import { chipFieldsOf } from "./chip-fields";
import { optionWords, ratioOf } from "./ratio";

const formOf = (generator: (typeof generators)[number]) => plainFieldsOf(readInputSchema(inputSchemaOf(generator)));

it.each([
  ["16:9", 16 / 9],
  ["1024x1536", 2 / 3],
  ["1280:720", 16 / 9],
  ["19.5:9", 19.5 / 9],
  ["portrait_4_3", 3 / 4],
  ["landscape_16_9", 16 / 9],
  ["square_hd", 1],
  ["auto", null],
  ["2K", null],
  ["match_input_image", null],
])("%s is a ratio of %s", (option, ratio) => {
  if (ratio === null) expect(ratioOf(option)).toBeNull();
  else expect(ratioOf(option)).toBeCloseTo(ratio, 5);
});

it.each([
  ["portrait_4_3", "Portrait 4:3"],
  ["1024x1536", "1024 × 1536"],
  ["square_hd", "Square HD"],
  ["match_input_image", "Match input image"],
  ["16:9", "16:9"],
])("%s is written as %s", (option, words) => {
  expect(optionWords(option)).toBe(words);
});

it("what says how many results there are has a chip, with every generator", () => {
  for (const generator of generators) {
    const count = countFieldOf(generator);
    const field = formOf(generator).find(({ name }) => name === count);
    if (!count || !field) continue;
    expect(chipFieldsOf(formOf(generator)).find(({ kind }) => kind === "count")?.field.name, generator.name).toBe(count);
  }
});

it("aspect ratio and duration have a chip, wherever there is one choice of them", () => {
  for (const generator of generators)
    for (const name of ["aspect_ratio", "duration"]) {
      const field = formOf(generator).find((each) => each.name === name && each.kind === "choice");
      if (field)
        expect(
          chipFieldsOf(formOf(generator)).map((chip) => chip.field.name),
          generator.name,
        ).toContain(name);
    }
});

it("no field has two chips, and no generator more than five", () => {
  for (const generator of generators) {
    const names = chipFieldsOf(formOf(generator)).map(({ field }) => field.name);
    expect(new Set(names).size, generator.name).toBe(names.length);
    expect(names.length).toBeLessThanOrEqual(5);
  }
});
