import type { Condition } from "@boards/client/input-rules";
import * as z from "zod";
import { imageInput, imageInputs } from "./fields";
import { has, onlyWhile } from "./input-rules";

/** How a form shows a field; `wire` is the provider's name for it where that differs (see build-request.ts). */
export interface Label {
  title: string;
  description: string;
  wire?: string;
  /** Values that are not sent. */
  omit?: string[];
  isSent?: boolean;
  /** Shown under "More settings". */
  isAdvanced?: boolean;
  format?: string;
  /** While it says something: otherwise the form neither shows nor sends it. */
  visibleWhen?: Condition;
}

const meta = ({ isAdvanced, ...label }: Label) => ({ ...label, ...(isAdvanced ? { group: "advanced" } : {}) });

// --- The kinds of field, with a label of one's own -------------------------------------------------------------------

/** One of some values; numbers stay numbers. */
export const choice = <const Value extends string | number>(values: readonly Value[], defaultValue: Value, label: Label) =>
  z.literal(values).default(defaultValue).meta(meta(label));

/** One of some values, or none. */
export const optionalChoice = <const Value extends string | number>(values: readonly Value[], label: Label) =>
  z.literal(values).nullish().meta(meta(label));

/** One of some values, which must be chosen. */
export const requiredChoice = <const Value extends string | number>(values: readonly Value[], label: Label) => z.literal(values).meta(meta(label));

/** Yes or no. */
export const flag = (defaultValue: boolean, label: Label) => z.boolean().default(defaultValue).meta(meta(label));

/** A whole number. */
export const whole = (minimum: number, maximum: number, defaultValue: number, label: Label) =>
  z.int().min(minimum).max(maximum).default(defaultValue).meta(meta(label));

/** A number. */
export const decimal = (minimum: number, maximum: number, defaultValue: number, label: Label) =>
  z.number().min(minimum).max(maximum).default(defaultValue).meta(meta(label));

/** Words that must be given. */
export const words = (label: Label, maximum = 10_000, minimum = 1) => z.string().min(minimum).max(maximum).meta(meta(label));

/** Words that may be left out; `defaultValue` null sends nothing. */
export const optionalWords = (label: Label, maximum = 10_000) => z.string().max(maximum).nullish().meta(meta(label));

/** Words with a default. */
export const wordsOr = (defaultValue: string, label: Label, maximum = 10_000) => z.string().max(maximum).default(defaultValue).meta(meta(label));

/** For inputs of the original that the model does not know (any more): still accepted, not sent. */
export const unused = { description: "Kept for older requests. This model ignores it.", isSent: false, isAdvanced: true };

// --- Fields that many models have ------------------------------------------------------------------------------------

/** What to make, in words. */
export const promptFor = (description: string, { min = 1, max = 10_000, wire }: { min?: number; max?: number; wire?: string } = {}) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .meta({ title: "Prompt", description, format: "textarea", ...(wire ? { wire } : {}) });

/** A seed that the model takes; none is drawn here. */
export const modelSeed = ({ min, max, wire }: { min?: number; max?: number; wire?: string } = {}) =>
  z
    .int()
    .min(min ?? Number.MIN_SAFE_INTEGER)
    .max(max ?? Number.MAX_SAFE_INTEGER)
    .nullish()
    .meta({
      title: "Seed",
      description: "Reuse a seed to get a similar result. Leave empty for a random one.",
      group: "advanced",
      isSeed: true,
      ...(wire ? { wire } : {}),
    });

export const negativePrompt = (defaultValue: string | null, { max = 10_000, omit }: { max?: number; omit?: string[] } = {}) => {
  const label = { title: "Negative prompt", description: "What to leave out of the result.", isAdvanced: true, ...(omit ? { omit } : {}) };
  return defaultValue === null ? optionalWords(label, max) : wordsOr(defaultValue, label, max);
};

/** How many images one request makes; each becomes a generation. */
export const numImages = (maximum: number) =>
  z.int().min(1).max(maximum).default(1).meta({ title: "Number of images", description: "How many to generate at once.", isCount: true });

const aspectLabel = { title: "Aspect ratio", description: "Width to height of the result." };
export const aspectRatio = <const Value extends string>(values: readonly Value[], defaultValue: NoInfer<Value>, wire?: string) =>
  choice(values, defaultValue, { ...aspectLabel, ...(wire ? { wire } : {}) });
export const optionalAspectRatio = <const Value extends string>(values: readonly Value[], wire?: string) =>
  optionalChoice(values, { ...aspectLabel, ...(wire ? { wire } : {}) });

const presetSizes = ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"] as const;
const sizeLabel = { title: "Size", description: "Dimensions of the image." };
/** fal's named sizes. */
export const imageSize = (defaultValue: (typeof presetSizes)[number], isSent = true) =>
  choice(presetSizes, defaultValue, { ...sizeLabel, ...(isSent ? {} : { isSent }) });
export const optionalImageSize = <const Value extends string>(values: readonly Value[]) => optionalChoice(values, sizeLabel);
/** A named size, or width and height in pixels. */
export const customImageSize = <const Value extends string>({
  names,
  min,
  max,
  usual,
  step,
}: {
  names?: readonly Value[];
  min?: number;
  max?: number;
  usual?: number;
  /** Sides are multiples of this. */
  step?: number;
} = {}) => {
  const pixels = (title: string) => {
    const side = z
      .int()
      .min(min ?? 1)
      .max(max ?? 14_142)
      .multipleOf(step ?? 1);
    return (usual ? side.default(usual) : side).meta({ title, description: "In pixels." });
  };
  const custom = z.strictObject({ width: pixels("Width"), height: pixels("Height") });
  return z.union([z.literal((names ?? presetSizes) as readonly Value[]), custom]).meta(sizeLabel);
};

export const resolution = <const Value extends string>(values: readonly Value[], defaultValue: NoInfer<Value>, wire?: string) =>
  choice(values, defaultValue, { title: "Resolution", description: "Higher resolutions cost more and take longer.", ...(wire ? { wire } : {}) });

/** Length of what is made; the unit is seconds, the values are the provider's. */
export const duration = <const Value extends string | number>(values: readonly Value[], defaultValue: NoInfer<Value>, wire?: string) =>
  choice(values, defaultValue, { title: "Duration", description: "In seconds.", ...(wire ? { wire } : {}) });
export const seconds = (minimum: number, maximum: number, defaultValue: number) =>
  whole(minimum, maximum, defaultValue, { title: "Duration", description: "In seconds." });

export const outputFormat = <const Value extends string>(values: readonly Value[], defaultValue: NoInfer<Value>, wire?: string) =>
  choice(values, defaultValue, { title: "File format", description: "Format of the generated file.", isAdvanced: true, ...(wire ? { wire } : {}) });

export const safetyChecker = () =>
  flag(true, { title: "Safety checker", description: "Screens for content the provider does not allow.", isAdvanced: true });
export const safetyTolerance = (maximum: number, defaultValue: string) =>
  choice(
    Array.from({ length: maximum }, (_, index) => String(index + 1)),
    defaultValue,
    { title: "Safety tolerance", description: "1 is the strictest.", isAdvanced: true },
  );
/** fal's switch for a result inside the answer. Off, so that the result is a file that does not have to travel twice. */
export const syncMode = () =>
  flag(false, {
    title: "Inline result",
    description: "Returns the file in the response and keeps it out of the provider's request history.",
    isAdvanced: true,
  });
export const promptExpansion = (defaultValue: boolean) =>
  flag(defaultValue, { title: "Prompt expansion", description: "Adds detail to your prompt before generating.", isAdvanced: true });
export const acceleration = (defaultValue: "none" | "regular" | "high") =>
  choice(["none", "regular", "high"], defaultValue, {
    title: "Acceleration",
    description: "Faster results at slightly lower quality.",
    isAdvanced: true,
  });
export const guidanceScale = (minimum: number, maximum: number, defaultValue: number) =>
  decimal(minimum, maximum, defaultValue, { title: "Guidance scale", description: "How closely to follow the prompt.", isAdvanced: true });
export const inferenceSteps = (minimum: number, maximum: number, defaultValue: number) =>
  whole(minimum, maximum, defaultValue, { title: "Steps", description: "More steps add detail but take longer.", isAdvanced: true });
export const limitGenerations = (defaultValue: boolean) =>
  flag(defaultValue, {
    title: "Limit generations",
    description: "Returns one image per round, whatever number the prompt asks for.",
    isAdvanced: true,
  });
export const webSearch = () =>
  flag(false, { title: "Web search", description: "Lets the model search the web before generating.", isAdvanced: true });
export const generateAudio = (wire?: string) =>
  flag(true, { title: "Audio", description: "Generates audio with the video.", ...(wire ? { wire } : {}) });
export const cameraFixed = () => flag(false, { title: "Fixed camera", description: "Keeps the camera still.", isAdvanced: true });

/** GPT Image's: JPEG has no transparency. https://platform.openai.com/docs/api-reference/images/create (read 2026-11-26) */
export const transparentHasNoJpeg = onlyWhile(
  has("background", "transparent"),
  "output_format",
  ["png", "webp"],
  "A transparent background needs PNG or WebP",
);

/** The images to edit, sent as `image_urls` unless said otherwise. */
export const sourceImages = (max: number, wire = "image_urls") =>
  imageInputs({ title: "Images", description: `Images to edit, up to ${max}.`, min: 1, max, wire });
export const sourceImage = (description: string, wire?: string) => imageInput({ title: "Image", description, ...(wire ? { wire } : {}) });
