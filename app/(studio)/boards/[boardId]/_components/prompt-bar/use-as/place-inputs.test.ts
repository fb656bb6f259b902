import { readInputSchema } from "@boards/client";
import { describe, expect, it } from "vitest";
import { type DraftForm, emptyDraft, valuesOf, withValue } from "../draft/draft";
import { placeInputs } from "./place-inputs";

const image = { $ref: "#/$defs/ImageArtifact" };
const sound = { $ref: "#/$defs/AudioArtifact" };
const formOf = (name: string, properties: object, required: string[] = []): DraftForm => ({
  name,
  fields: readInputSchema({ properties, required }),
});
const edit = formOf("edit", {
  mask: { ...image, title: "Mask" },
  images: { type: "array", items: image, maxItems: 3, title: "Images" },
  sound: { ...sound, title: "Sound" },
});
const film = formOf("film", { image: { ...image, title: "First frame" }, last_frame: { ...image, title: "Last frame" } }, ["image"]);
const inputs = (...ids: string[]) => ids.map((id) => ({ id, artifactType: id.startsWith("sound") ? ("AUDIO" as const) : ("IMAGE" as const) }));
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("several results as inputs", () => {
  it("fill a list up to its limit beside what is there, each kind its own slot, and no mask; the rest is told", () => {
    const before = withValue({ ...emptyDraft, generatorName: "edit" }, edit, "images", ["zero"]);
    const { draft, placed, rest } = placeInputs(before, edit, inputs("one", "sound", "two", "three", "sound two"));
    expect(valuesOf(draft, edit)).toEqual({ mask: null, images: ["zero", "one", "two"], sound: "sound" });
    expect([idsOf(placed), idsOf(rest)]).toEqual([
      ["one", "sound", "two"],
      ["three", "sound two"],
    ]);
  });

  it("stand in single slots in their order, instead of what was there, and none takes the place of another of them", () => {
    const before = withValue({ ...emptyDraft, generatorName: "film" }, film, "last_frame", "old");
    const { draft, rest } = placeInputs(before, film, inputs("one", "two", "three"));
    expect(valuesOf(draft, film)).toEqual({ image: "one", last_frame: "two" });
    expect(idsOf(rest)).toEqual(["three"]);
  });

  it("are not put in twice", () => {
    const before = withValue({ ...emptyDraft, generatorName: "edit" }, edit, "images", ["one"]);
    const { draft, placed } = placeInputs(before, edit, inputs("one", "two"));
    expect(valuesOf(draft, edit)).toMatchObject({ images: ["one", "two"] });
    expect(idsOf(placed)).toEqual(["one", "two"]);
  });

  it("of a kind that nothing takes leave the draft as it was", () => {
    const { draft, placed } = placeInputs(emptyDraft, film, inputs("sound"));
    expect(draft).toBe(emptyDraft);
    expect(placed).toEqual([]);
  });
});
