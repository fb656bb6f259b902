import {
  choice,
  defineGenerator,
  imageInputs,
  modelSeed,
  outputFormat,
  promptFor,
  safetyChecker,
  safetyTolerance,
  syncMode,
  z,
} from "@/lib/generators/contract/declare";
import { megapixels } from "./image-cost";

export const flux2ProEdit = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-pro-edit",
  title: "FLUX.2 [pro] Edit",
  description: "Edit up to 9 images with Black Forest Labs' FLUX.2 [pro], on fal.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/flux-2-pro/edit",
  source: { page: "https://fal.ai/models/fal-ai/flux-2-pro/edit/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the edit."),
    image_sources: imageInputs({ title: "Images", description: "The images to edit.", max: 9, wire: "image_urls" }),
    image_size: choice(["auto", "square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"], "auto", {
      title: "Size",
      description: "Dimensions of the image.",
    }).nullish(),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    sync_mode: syncMode(),
    safety_tolerance: safetyTolerance(5, "2"),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ image_size, image_sources }) => 0.015 + 0.015 * (megapixels(image_size) + image_sources.length),
});
