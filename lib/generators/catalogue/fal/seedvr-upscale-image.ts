import { choice, decimal, defineGenerator, has, modelSeed, outputFormat, sourceImage, z } from "@/lib/generators/contract/declare";

export const seedvrUpscaleImage = defineGenerator({
  provider: "fal",
  name: "fal-seedvr-upscale-image",
  title: "SeedVR2 Upscale",
  description: "Upscale an image up to 10× while staying true to it, with ByteDance's SeedVR2, on fal.",
  vendor: "ByteDance",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "fal-ai/seedvr/upscale/image",
  source: {
    page: "https://fal.ai/models/fal-ai/seedvr/upscale/image/api",
    readOn: "2026-11-26",
    unverified: "Its price: fal bills by megapixel, and the rate could not be read",
  },
  input: z.object({
    image_url: sourceImage("The image to upscale."),
    upscale_mode: choice(["factor", "target"], "factor", { title: "Mode", description: "Scale by a factor or to a target resolution." }),
    upscale_factor: decimal(1, 10, 2, {
      title: "Scale",
      description: "How many times wider and taller.",
      visibleWhen: has("upscale_mode", "factor"),
    }),
    target_resolution: choice(["720p", "1080p", "1440p", "2160p"], "1080p", {
      title: "Target resolution",
      description: "Resolution of the result.",
      visibleWhen: has("upscale_mode", "target"),
    }),
    noise_scale: decimal(0, 1, 0.1, { title: "Noise", description: "How much noise to add before upscaling. More adds detail.", isAdvanced: true }),
    output_format: outputFormat(["png", "jpg", "webp"], "jpg"),
    seed: modelSeed(),
  }),
  output: "image.url",
  // $0.001 for a megapixel of the result, of an image of one megapixel.
  costUsd: ({ upscale_mode, upscale_factor }) => 0.001 * (upscale_mode === "factor" ? upscale_factor ** 2 : 8),
});
