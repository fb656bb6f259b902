import { defineGenerator, imageInput, outputFormat, z } from "@/lib/generators/contract/declare";
import { usdOf } from "./prices";

const endpoint = "stable-image/upscale/fast";

export const fastUpscaler = defineGenerator({
  provider: "stability",
  name: "stability-fast-upscaler",
  title: "Fast Upscaler (Stability AI)",
  description: "Makes an image four times as wide and high within a second, at Stability AI.",
  vendor: "Stability AI",
  task: "image-upscale",
  artifactType: "image",
  endpoint,
  source: {
    page: "https://platform.stability.ai/docs/api-reference#tag/Upscale/paths/~1v2beta~1stable-image~1upscale~1fast/post",
    readOn: "2026-11-26",
  },
  input: z.object({
    image: imageInput({ title: "Image", description: "What to enlarge: up to 1 megapixel, at most 1536 pixels a side." }),
    output_format: outputFormat(["png", "jpeg", "webp"], "png"),
  }),
  output: "image.url",
  costUsd: () => usdOf(endpoint),
});
