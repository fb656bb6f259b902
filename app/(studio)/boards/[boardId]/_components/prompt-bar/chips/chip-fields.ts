import type { PlainField } from "@boards/client";
import { ratioOf } from "./ratio";

/** What a chip of the prompt bar is about. */
export type ChipKind = "ratio" | "resolution" | "quality" | "duration" | "count";

/** A setting that stands on the prompt bar itself. */
export interface ChipField {
  kind: ChipKind;
  field: Extract<PlainField, { kind: "choice" | "number" }>;
}

const names: [ChipKind, RegExp][] = [
  ["ratio", /^(aspect_?ratio|ratio|image_size|size|video_size|dimensions)$/],
  ["duration", /^(duration|duration_seconds|seconds|length|length_seconds|seconds_total|video_length)$/],
  ["resolution", /^(resolution|image_resolution|size|image_size|megapixels|upscale_factor|scale|factor)$/],
  ["quality", /^(quality|rendering_speed|mode|thinking_level)$/],
  ["count", /^(count|n|num_images|number_of_images|num_outputs|num_samples|num_videos|image_count|max_images|batch_size|sample_count)$/],
];
const mostOptions = 40;

/** The settings that matter most, one of each kind, in the order in which they are shown. */
export function chipFieldsOf(fields: PlainField[]): ChipField[] {
  const chips: ChipField[] = [];
  for (const [kind, pattern] of names) {
    const found = fields.find(
      (field): field is ChipField["field"] => pattern.test(field.name) && isFit(kind, field) && !chips.some((chip) => chip.field === field),
    );
    if (found) chips.push({ kind, field: found });
  }
  return chips;
}

function isFit(kind: ChipKind, field: PlainField): boolean {
  if (field.kind === "number") return kind !== "ratio" && kind !== "quality";
  if (field.kind !== "choice" || field.options.length > mostOptions) return false;
  return kind !== "ratio" || field.options.some((option) => ratioOf(String(option)) !== null);
}
