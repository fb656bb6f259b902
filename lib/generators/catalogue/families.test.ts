import { expect, it } from "vitest";
import { defaultCostUsd } from "../contract/default-cost";
import { isDeclarative } from "../contract/define-generator";
import { familyOf } from "../contract/family";
import { generators } from "./registry";

it.each([
  ["Veo 3.1", "Veo 3.1", ""],
  ["Veo 3.1 Fast (Google)", "Veo 3.1", "Fast"],
  ["Seedance 2.0 Image to Video", "Seedance 2", "Image to Video"],
  ["Seedance 2 (Kie)", "Seedance 2", ""],
  ["FLUX.2 [pro] Edit (BFL)", "FLUX.2", "[pro] Edit"],
  ["GPT-4o mini TTS", "GPT-4o", "mini TTS"],
  ["Eleven v3 Dialogue", "Eleven v3", "Dialogue"],
  ["MiniMax H3 Max Image to Video", "MiniMax H3", "Max Image to Video"],
  ["Hunyuan3D 3.1 Pro", "Hunyuan3D 3.1", "Pro"],
  ["Nano Banana Pro Edit", "Nano Banana", "Pro Edit"],
  ["Whisper", "Whisper", ""],
])("%s is of the family %s", (title, family, variant) => {
  expect(familyOf(title)).toEqual({ family, variant });
});

it("every generator has a family that its title begins with, and a family's members at one provider have different variants", () => {
  const seen = new Map<string, string>();
  for (const generator of generators) {
    const { family, variant } = familyOf(generator.title);
    const withoutZeros = (text: string) => text.replaceAll(/(\d)\.0\b/g, "$1").toLowerCase();
    expect(family.length, generator.title).toBeGreaterThan(2);
    expect(withoutZeros(generator.title).startsWith(withoutZeros(family)), generator.title).toBe(true);
    const vendor = isDeclarative(generator) ? generator.vendor : "";
    const key = [vendor, generator.artifactType, family, variant, generator.provider].join("|");
    expect(seen.get(key), `${generator.name} and ${seen.get(key)} would look the same`).toBeUndefined();
    seen.set(key, generator.name);
  }
});

it("families gather what belongs together: far fewer than generators", () => {
  const families = new Set(generators.map(({ title, artifactType }) => `${artifactType}|${familyOf(title).family}`));
  expect(families.size).toBeLessThan(generators.length * 0.55);
});

it("every generator has a price for a request with its defaults", () => {
  expect(generators.filter((generator) => defaultCostUsd(generator) === null).map(({ name }) => name)).toEqual([]);
});
