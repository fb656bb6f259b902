import { customImageSize, imageInputs, type Json, modelSeed, outputFormat, safetyTolerance } from "@/lib/generators/contract/declare";
import { pixelsOf, type Size } from "./prices";

const names = ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"] as const;
const limits = { min: 64, max: 2048, usual: 1024 };

/** The size of an image made from text. */
export const textImageSize = () => customImageSize({ ...limits, names }).default("landscape_4_3");

/** The size of an image that may follow from others. */
export const freeSize = () => customImageSize({ ...limits, names: ["auto", ...names] }).default("auto");

/** The images to edit or combine. */
export const sources = () => imageInputs({ title: "Images", description: "Images to edit or combine, up to 8.", min: 1, max: 8 });

/** What the FLUX.2 models have in common, after the prompt, the images and the size. */
export const flux2Fields = {
  output_format: outputFormat(["jpeg", "png"], "jpeg"),
  safety_tolerance: safetyTolerance(5, "2"),
  seed: modelSeed(),
};

/** The request as FLUX.2 takes it: images under numbered names, the size in pixels, the tolerance as a number. */
export function flux2Request({ image_sources, image_size, safety_tolerance, ...request }: Record<string, Json>): Record<string, Json> {
  const images = [image_sources ?? []].flat().map((source, index) => [index === 0 ? "input_image" : `input_image_${index + 1}`, source] as const);
  return { ...request, ...Object.fromEntries(images), ...pixelsOf(image_size as Size), safety_tolerance: Number(safety_tolerance) };
}
