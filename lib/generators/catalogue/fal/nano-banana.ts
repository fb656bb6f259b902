import {
  decimal,
  defineGenerator,
  flag,
  imageSize,
  modelSeed,
  numImages,
  outputFormat,
  promptFor,
  syncMode,
  unused,
  whole,
  z,
} from "@/lib/generators/contract/declare";

const ratios = { square_hd: "1:1", square: "1:1", portrait_4_3: "3:4", portrait_16_9: "9:16", landscape_4_3: "4:3", landscape_16_9: "16:9" } as const;

export const nanoBanana = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana",
  title: "Nano Banana",
  description: "Generate images with Google's first Nano Banana, on fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana/api", readOn: "2026-11-26" },
  deprecated: { note: "Google is retiring the model behind it", use: "fal-nano-banana-2-1" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    image_size: imageSize("landscape_4_3", false),
    num_inference_steps: whole(1, 50, 4, { ...unused, title: "Steps" }),
    guidance_scale: decimal(1, 20, 3.5, { ...unused, title: "Guidance scale" }),
    num_images: numImages(4),
    enable_safety_checker: flag(true, { ...unused, title: "Safety checker" }),
    seed: modelSeed(),
    sync_mode: syncMode(),
    output_format: outputFormat(["jpeg", "png", "webp"], "jpeg"),
  }),
  // fal takes a ratio now, where the original sent a size.
  request: (request, { image_size }) => ({ ...request, aspect_ratio: ratios[image_size] }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.039 * num_images,
});
