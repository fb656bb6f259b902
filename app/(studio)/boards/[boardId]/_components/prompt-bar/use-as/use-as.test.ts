import { type GeneratorForm, readInputSchema } from "@boards/client";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { generators as catalogue } from "@/lib/generators/catalogue/registry";
import { isDeclarative } from "@/lib/generators/contract/define-generator";
import { familyOf } from "@/lib/generators/contract/family";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import messages from "@/lib/messages/en.json";
import { slotsOf } from "../draft/slots";
import { usesOf, verbOf } from "./use-as";
import { describeUse } from "./use-words";

const generators = catalogue.map(
  (generator) =>
    ({
      name: generator.name,
      title: generator.title,
      task: isDeclarative(generator) ? generator.task : null,
      family: familyOf(generator.title).family,
      fields: readInputSchema(inputSchemaOf(generator)),
      unavailableReason: null,
      deprecation: null,
    }) as unknown as GeneratorForm,
);
const namesOf = (uses: ReturnType<typeof usesOf>) => [...new Set(uses.map(({ generator }) => generator.name))];

it.each(["IMAGE", "VIDEO", "AUDIO", "TEXT", "LORA"] as const)("%s can be used by every input that takes it, and by no other", (artifactType) => {
  const uses = usesOf({ artifactType }, generators);
  const expected = generators.flatMap(({ fields }) => slotsOf(fields).filter((slot) => slot.artifactType === artifactType));
  expect(uses.length).toBeGreaterThan(0);
  expect(new Set(uses.map(({ slot }) => slot))).toEqual(new Set(expected));
});

it("the chosen generator comes first, then those used last, then the rest by family", () => {
  const names = namesOf(
    usesOf({ artifactType: "IMAGE" }, generators, { chosen: "upscale", recent: ["fal-veo31-image-to-video", "upscale", "collage"] }),
  );
  expect(names.slice(0, 3)).toEqual(["upscale", "fal-veo31-image-to-video", "collage"]);
  const families = names.slice(3).map((name) => generators.find((each) => each.name === name)?.family);
  expect(new Set(families).size).toBe(families.filter((family, index) => family !== families[index - 1]).length);
});

it("what cannot be used now is not offered, nor what is about to end unless it is chosen", () => {
  const [first, second] = usesOf({ artifactType: "IMAGE" }, generators).map(({ generator }) => generator);
  const changed = [
    { ...first, unavailableReason: "No key" },
    { ...second, name: "ending", deprecation: "Ends soon" },
  ] as GeneratorForm[];
  expect(usesOf({ artifactType: "IMAGE" }, changed)).toEqual([]);
  expect(namesOf(usesOf({ artifactType: "IMAGE" }, changed, { chosen: "ending" }))).toEqual(["ending"]);
});

it("an input with a name of its own is called by it, a plain one by what the task does, or as the input that it is", () => {
  const verbs = (name: string) =>
    usesOf(
      { artifactType: "IMAGE" },
      generators.filter((each) => each.name === name),
    ).map(verbOf);
  expect(verbs("fal-clarity-upscaler")).toEqual(["upscale"]);
  expect(verbs("fal-birefnet-v2")).toEqual(["cutOut"]);
  expect(verbs("fal-veo31-image-to-video")).toEqual(["animate"]);
  expect(verbs("edit")).toEqual(["input"]);
  expect(verbs("google-gemini-omni-1-1-flash")).toContain(null);
});

it("a use is said in words, and a verb once", () => {
  const t = createTranslator({ locale: "en", messages, namespace: "studio.useAs" });
  const said = usesOf({ artifactType: "IMAGE" }, generators).map((use) => describeUse(t, use));
  expect(said).toEqual(expect.arrayContaining(["Upscale with Clarity Upscaler", "Upscale (your server)"]));
  expect(said.filter((each) => /^(\w+)\b.* with \1\b/.test(each))).toEqual([]);
});
