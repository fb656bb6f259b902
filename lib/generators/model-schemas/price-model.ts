import type * as z from "zod";
import type { ArtifactType, CostFacts } from "../contract/define-generator";
import { marksOf } from "../contract/field-marks";
import type { ModelPrice, PriceUnit } from "../contract/model-description";
import type { MappedField } from "./mapped-model";

/** Inputs that a price can count. */
interface Countable {
  /** How many results are asked for. */
  count: string | null;
  seconds: string | null;
  /** Recordings and videos, which have a length. */
  timed: string[];
  size: "image_size" | "width" | null;
  text: string | null;
}

type Shape = Record<string, z.ZodType>;

const usualSeconds = 10;
/** Megapixels of fal's named sizes: 1024 × 1024, 512 × 512 and the like. https://fal.ai/models/fal-ai/flux/dev/api (read 2026-11-26) */
const namedMegapixels = new Map([
  ["square_hd", 1.05],
  ["square", 0.27],
  ["portrait_4_3", 0.79],
  ["portrait_16_9", 0.59],
  ["landscape_4_3", 0.79],
  ["landscape_16_9", 0.59],
]);

/** What a model's price can count. */
export function priceUnitsOf(shape: Shape, fields: MappedField[], artifactType: ArtifactType | null): PriceUnit[] {
  const { seconds, timed, size, text } = countableIn(shape, fields);
  return [
    "request",
    ...(artifactType === "image" ? (["image"] as const) : []),
    ...(artifactType === "image" && size ? (["megapixel"] as const) : []),
    ...(seconds || timed.length > 0 ? (["second"] as const) : []),
    ...(text && (artifactType === "audio" || artifactType === "text") ? (["character"] as const) : []),
  ];
}

/** The estimate for a request at this price, in US dollars. */
export function costFunction(shape: Shape, fields: MappedField[], { usd, per }: ModelPrice) {
  const { count, seconds, timed, size, text } = countableIn(shape, fields);
  const lengthOf = (inputs: Record<string, unknown>, facts: CostFacts) => {
    const asked = seconds ? Number.parseFloat(String(inputs[seconds] ?? "").replace(/^[^\d]*/, "")) : Number.NaN;
    if (Number.isFinite(asked)) return asked;
    const ids = timed.flatMap((field) => [inputs[field] ?? []].flat() as string[]);
    return ids.length > 0 ? Math.max(...ids.map((id) => facts.seconds(id, usualSeconds))) : usualSeconds;
  };
  const megapixelsOf = (inputs: Record<string, unknown>) => {
    const given = size === "image_size" ? inputs.image_size : inputs;
    const { width, height } = (typeof given === "object" && given !== null ? given : {}) as { width?: unknown; height?: unknown };
    const area = (Number(width) * Number(height)) / 1_000_000;
    return Number.isFinite(area) && area > 0 ? area : (namedMegapixels.get(String(inputs.image_size)) ?? 1);
  };
  return (inputs: Record<string, unknown>, facts: CostFacts): number => {
    const results = count ? Number(inputs[count] ?? 1) || 1 : 1;
    switch (per) {
      case "request":
        return usd;
      case "image":
        return usd * results;
      case "megapixel":
        return usd * results * megapixelsOf(inputs);
      case "second":
        return usd * results * lengthOf(inputs, facts);
      case "character":
        return usd * String(inputs[text ?? ""] ?? "").length;
    }
  };
}

function countableIn(shape: Shape, fields: MappedField[]): Countable {
  const named = (pattern: RegExp, kinds: string[]) => fields.find(({ name, kind }) => pattern.test(name) && kinds.includes(kind))?.name ?? null;
  const timed = fields.filter(({ artifactType }) => artifactType === "audio" || artifactType === "video").map(({ name }) => name);
  return {
    count: Object.keys(shape).find((name) => marksOf(shape[name]).isCount === true) ?? null,
    seconds: named(
      /^(duration|seconds|length|(duration|video_length|audio_length|length|music_length)_?(in_)?(s|sec|secs|seconds)?|seconds_total)$/,
      ["number", "choice", "text"],
    ),
    timed,
    size: "image_size" in shape ? "image_size" : "width" in shape && "height" in shape ? "width" : null,
    text: named(/^(text|script|prompt|lyrics|input)$/, ["text"]),
  };
}
