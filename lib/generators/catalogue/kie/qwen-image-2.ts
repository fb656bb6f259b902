import { choice, defineGenerator, imageInputs, modelSeed, outputFormat, promptFor, z } from "@/lib/generators/contract/declare";

export const qwenImage2 = defineGenerator({
  provider: "kie",
  name: "kie-qwen-image-2",
  title: "Qwen Image 2 (Kie)",
  description: "Generate and edit images with Alibaba's Qwen Image 2, on Kie.",
  vendor: "Alibaba",
  task: "text-to-image/image-edit",
  artifactType: "image",
  endpoint: ({ image_sources }) => (image_sources?.length ? "market:qwen2/image-edit" : "market:qwen2/text-to-image"),
  source: { page: "https://docs.kie.ai/market/qwen2/text-to-image", readOn: "2026-04-08", unverified: "Kie's page for it was not found again" },
  input: z.object({
    prompt: promptFor("Describe the image, or what to change.", { max: 5000 }),
    image_sources: imageInputs({ title: "Images", description: "Images to edit, up to 3.", max: 3, wire: "image_url" }).nullish(),
    image_size: choice(["1:1", "4:3", "3:4", "16:9", "9:16"], "1:1", { title: "Aspect ratio", description: "Width to height of the image." }),
    output_format: outputFormat(["png", "jpeg"], "png"),
    seed: modelSeed(),
  }),
  output: "resultJson.resultUrls[] | resultJson.image_urls[] | resultJson.url",
  costUsd: () => 0.028,
});
