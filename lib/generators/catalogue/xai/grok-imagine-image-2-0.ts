import { choice, defineGenerator, imageInputs, numImages, optionalAspectRatio, promptFor, resolution, z } from "@/lib/generators/contract/declare";

const ratios = ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "2:1", "1:2", "21:9", "5:2", "20:9", "9:20"] as const;

export const grokImagineImage2 = defineGenerator({
  provider: "xai",
  name: "xai-grok-imagine-image-2-0",
  title: "Grok Imagine Image 2.0",
  description: "Makes and edits images with Grok Imagine Image 2.0 at xAI.",
  vendor: "xAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:grok-imagine-image-2.0",
  source: {
    page: "https://docs.x.ai/release-notes",
    readOn: "2026-11-26",
    unverified: "The price of an image; what was charged is read from the answer",
  },
  input: z.object({
    prompt: promptFor("What the image shows; with images, what to change or make of them.", { max: 8000 }),
    images: imageInputs({ title: "Images", description: "What to edit, up to 5.", max: 5 }).nullish(),
    aspect_ratio: optionalAspectRatio(ratios, "aspectRatio"),
    resolution: resolution(["1k", "2k"], "1k", "providerOptions.xai.resolution"),
    quality: choice(["low", "medium"], "low", { title: "Quality", description: "Medium costs more.", wire: "providerOptions.xai.quality" }),
    n: numImages(4),
  }),
  output: "images[].url",
  costUsd: ({ images, resolution, quality, n }) =>
    (0.04 + (resolution === "2k" ? 0.02 : 0) + (quality === "medium" ? 0.02 : 0)) * n + 0.01 * (images?.length ?? 0),
});
