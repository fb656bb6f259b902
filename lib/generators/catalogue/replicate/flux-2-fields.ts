import { aspectRatio, modelSeed, outputFormat, promptFor, resolution, sourceImages, whole } from "@/lib/generators/contract/declare";

/** What the FLUX.2 models take. https://replicate.com/black-forest-labs/flux-2-pro/api (read 2026-11-26) */
export const flux2Fields = {
  prompt: promptFor("Describe the image, or what to change."),
  input_images: sourceImages(8, "input_images").nullish(),
  aspect_ratio: aspectRatio(["match_input_image", "1:1", "16:9", "3:2", "2:3", "4:5", "5:4", "9:16", "3:4", "4:3"], "1:1"),
  resolution: resolution(["0.5 MP", "1 MP", "2 MP", "4 MP"], "1 MP"),
  output_format: outputFormat(["webp", "jpg", "png"], "webp"),
  safety_tolerance: whole(1, 5, 2, { title: "Safety tolerance", description: "1 is the strictest.", isAdvanced: true }),
  seed: modelSeed(),
};

interface Priced {
  resolution: string;
  input_images?: string[] | null | undefined;
}

/** US dollars for a run, and for each megapixel that goes in or comes out; images given count as one. */
export const flux2Usd =
  (dollars: { run: number; input: number; output: number }) =>
  ({ resolution, input_images }: Priced): number =>
    dollars.run + dollars.output * Number.parseFloat(resolution) + dollars.input * (input_images?.length ?? 0);
