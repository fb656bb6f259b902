import { randomInt } from "node:crypto";
import * as z from "zod";
import { say } from "@/lib/messages/say";
import type { ArtifactType } from "./define-generator";

const largestSeed = 2_147_483_647;

/** How a form shows a field. */
interface Label {
  title: string;
  description: string;
  /** The provider's name for it, where that differs. */
  wire?: string;
  /** A list of one that the provider takes as that one. */
  isSingle?: boolean;
  /** A list that the provider takes as one ZIP file. */
  isArchive?: boolean;
}

/** One artifact of any kind. */
export const artifact = (artifactType: ArtifactType, label: Label) => z.uuid().meta({ ...label, artifact: artifactType });
/** A list of artifacts of any kind, in the order given. */
export const artifacts = (artifactType: ArtifactType, { min = 1, max, ...label }: Label & { min?: number; max: number }) =>
  z
    .array(z.uuid().meta({ artifact: artifactType }))
    .min(min)
    .max(max)
    .meta(label);

/** One artifact: the id of a completed generation, which is also how lineage knows it. Add `.nullish()` to make it optional. */
export const imageInput = (label: Label) => artifact("image", label);
export const videoInput = (label: Label) => artifact("video", label);
export const audioInput = (label: Label) => artifact("audio", label);
export const textInput = (label: Label) => artifact("text", label);

/** Trained weights, as a generator of artifact type `lora` makes them. */
export const loraInput = (label: Label) => artifact("lora", label);

/** A list of artifacts, in the order given. */
export const imageInputs = (label: Label & { min?: number; max: number }) => artifacts("image", label);
export const videoInputs = (label: Label & { min?: number; max: number }) => artifacts("video", label);
export const audioInputs = (label: Label & { min?: number; max: number }) => artifacts("audio", label);

/** What the user wants, in words. */
export const prompt = (description: string, maximum = 2000) =>
  z.string().trim().min(1).max(maximum).meta({ title: "Prompt", description, format: "textarea" });

/** The same seed and inputs give the same result. Left empty, one is drawn and recorded with the generation. */
export const seed = () =>
  z
    .int()
    .min(0)
    .max(largestSeed)
    .nullish()
    .transform((value) => value ?? randomInt(largestSeed))
    .meta({ title: "Seed", description: "Reuse a seed to get the same result. Leave empty for a random one.", isSeed: true });

/** A color as #rrggbb. */
export const hexColor = () => z.string().regex(/^#[0-9a-fA-F]{6}$/, say("reasons.field.color"));

/** A color, with its default. */
export const color = (defaultValue: string, label: Label) =>
  hexColor()
    .default(defaultValue)
    .meta({ ...label, format: "color" });
