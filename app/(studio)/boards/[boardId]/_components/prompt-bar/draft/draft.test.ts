import { type GeneratorForm, readInputSchema } from "@boards/client";
import { describe, expect, it } from "vitest";
import { generators as catalogue } from "@/lib/generators/catalogue/registry";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { type Draft, type DraftForm, emptyDraft, valuesOf, withGenerator, withInputs, withoutSettings, withValue } from "./draft";
import { idsOf, slotsOf } from "./slots";

const artifact = { $ref: "#/$defs/ImageArtifact" };
const formOf = (name: string, properties: object): DraftForm => ({ name, fields: readInputSchema({ properties }) });
const prompt = { type: "string", title: "Prompt" };
const film = formOf("film", {
  prompt,
  image: { ...artifact, title: "First frame" },
  last_frame: { ...artifact, title: "Last frame" },
  duration: { type: "integer", default: 5 },
});
const sketch = formOf("sketch", { prompt, detail: { type: "number", default: 0.5 } });
const edit = formOf("edit", {
  prompt,
  images: { type: "array", items: artifact, maxItems: 2, title: "Images" },
  mask: { ...artifact, title: "Mask" },
});
const speech = formOf("speech", { text: { type: "string", format: "textarea", title: "Text" } });

const filled = [
  ["prompt", "a fox"],
  ["image", "one"],
  ["last_frame", "two"],
  ["duration", 8],
].reduce<Draft>((draft, [name, value]) => withValue(draft, film, String(name), value), { ...emptyDraft, generatorName: "film" });

describe("a draft that moves to another generator", () => {
  it("takes the prompt along, whatever its field is called", () => {
    expect(valuesOf(withGenerator(filled, speech), speech)).toEqual({ text: "a fox" });
  });

  it("puts artifacts where they fit by kind and role; a last frame is no image to edit", () => {
    expect(valuesOf(withGenerator(filled, edit), edit)).toEqual({ prompt: "a fox", images: ["one"], mask: null });
  });

  it("keeps waiting what the other lacks, settings too, until it comes back", () => {
    const away = withGenerator(filled, sketch);
    expect(valuesOf(away, sketch)).toEqual({ prompt: "a fox", detail: 0.5 });
    expect(valuesOf(withGenerator(away, film), film)).toEqual({ prompt: "a fox", image: "one", last_frame: "two", duration: 8 });
  });

  it("brings back what was changed meanwhile: a new prompt, an artifact more", () => {
    const away = withValue(withValue(withGenerator(filled, edit), edit, "prompt", "a hare"), edit, "images", ["one", "three"]);
    expect(valuesOf(withGenerator(away, film), film)).toMatchObject({ prompt: "a hare", image: "one", last_frame: "two" });
    expect(valuesOf(withGenerator(withGenerator(away, film), edit), edit)).toMatchObject({ images: ["one", "three"] });
  });

  it("does not bring back what was taken out meanwhile", () => {
    const away = withValue(withGenerator(filled, edit), edit, "images", []);
    expect(valuesOf(withGenerator(away, film), film)).toMatchObject({ image: null, last_frame: "two" });
  });

  it("fills no list beyond what it takes", () => {
    const many = withValue(
      { ...emptyDraft, generatorName: "edit" },
      formOf("large", { images: { type: "array", items: artifact, maxItems: 9 } }),
      "images",
      ["a", "b", "c"],
    );
    expect(valuesOf(withGenerator(many, edit), edit)).toMatchObject({ images: ["a", "b"] });
  });
});

it("the inputs of an earlier generation replace prompt, artifacts and settings of its generator", () => {
  const reused = withInputs(filled, film, { prompt: "waves", image: "nine", duration: 4 });
  expect(reused.generatorName).toBe("film");
  expect(valuesOf(reused, film)).toEqual({ prompt: "waves", image: "nine", last_frame: null, duration: 4 });
});

it("settings are reset one by one or all at once, prompt and artifacts stay", () => {
  const changed = withValue(withValue(filled, film, "duration", 3), film, "detail", 1);
  expect(valuesOf(withoutSettings(changed, "film", "duration"), film)).toMatchObject({ duration: 5, prompt: "a fox", image: "one" });
  expect(withoutSettings(changed, "film").settings.film).toEqual({});
});

it("keeps the settings of twenty generators at most: those changed last", () => {
  const many = Array.from({ length: 30 }, (_, index) => formOf(`g${index}`, { a: { type: "integer" } }));
  const draft = many.reduce((each, form) => withValue(each, form, "a", 1), emptyDraft);
  expect(Object.keys(draft.settings)).toEqual(many.slice(10).map(({ name }) => name));
});

it("goes from every generator of the catalogue to every fortieth without losing an artifact or overfilling a slot", () => {
  const forms = catalogue.map((generator) => ({ name: generator.name, fields: readInputSchema(inputSchemaOf(generator)) }) as GeneratorForm);
  for (const form of forms.filter(({ fields }) => slotsOf(fields).length > 0)) {
    const full = slotsOf(form.fields).reduce<Draft>(
      (draft, slot) => withValue(draft, form, slot.name, slot.isList ? [`${slot.name}-1`] : slot.name),
      { ...emptyDraft, generatorName: form.name },
    );
    for (const other of forms.filter((_, index) => index % 40 === 0)) {
      const moved = withGenerator(full, other);
      expect(moved.artifacts).toHaveLength(full.artifacts.length);
      const values = valuesOf(moved, other);
      for (const slot of slotsOf(other.fields)) expect(idsOf(values[slot.name]).length).toBeLessThanOrEqual(slot.maximum);
      expect(valuesOf(withGenerator(moved, form), form)).toEqual(valuesOf(full, form));
    }
  }
});
