import type { BoardGeneration, GeneratorForm } from "@boards/client";
import { type ArtifactField, slotsOf } from "../draft/slots";

/** An input of a generator that takes an artifact. */
export interface Use {
  generator: GeneratorForm;
  slot: ArtifactField;
}

/** How far up the list a generator stands. */
interface Preference {
  /** The chosen one comes first. */
  chosen?: string | null;
  /** Then those used last, newest first. */
  recent?: string[];
}

/** What an artifact can be used as: every input of every generator that can be used and takes it, the likeliest first, families together. */
export function usesOf(
  generation: Pick<BoardGeneration, "artifactType">,
  generators: GeneratorForm[],
  { chosen, recent = [] }: Preference = {},
): Use[] {
  const rankOf = ({ name }: GeneratorForm) => {
    const place = name === chosen ? 0 : recent.indexOf(name) + 1;
    return name === chosen ? 0 : place > 0 ? place : recent.length + 1;
  };
  const places = new Map<string, number>();
  for (const { family } of generators) if (!places.has(family)) places.set(family, places.size);
  return generators
    .filter(({ unavailableReason, deprecation, name }) => unavailableReason === null && (!deprecation || name === chosen))
    .sort((one, other) => rankOf(one) - rankOf(other) || (places.get(one.family) ?? 0) - (places.get(other.family) ?? 0))
    .flatMap((generator) =>
      slotsOf(generator.fields)
        .filter(({ artifactType }) => artifactType === generation.artifactType)
        .map((slot) => ({ generator, slot })),
    );
}

/** What an input does with an artifact, where a verb says it better than the input's name. */
export type UseVerb = "upscale" | "edit" | "cutOut" | "extend" | "lipsync" | "transcribe" | "describe" | "to3d" | "tryOn" | "animate" | "input";

const verbs: [RegExp, UseVerb][] = [
  [/upscale/, "upscale"],
  [/background-removal/, "cutOut"],
  [/image-edit|inpainting/, "edit"],
  [/video-extend/, "extend"],
  [/lipsync/, "lipsync"],
  [/speech-to-text/, "transcribe"],
  [/image-to-text/, "describe"],
  [/image-to-3d/, "to3d"],
  [/virtual-try-on/, "tryOn"],
  [/image-to-video/, "animate"],
];

/** Whether an input has no name but that of what it takes. */
const isPlain = ({ slot }: Use) => /^(images?|videos?|audio|sounds?|texts?)$/i.test(slot.title);

/** The verb for a use of a plain input: what the generator's task does or, as it tells nothing more, `input`; null for an input that has a name of its own. */
export function verbOf(use: Use): UseVerb | null {
  return isPlain(use) ? (verbs.find(([pattern]) => pattern.test(use.generator.task ?? ""))?.[1] ?? "input") : null;
}
