import { choice, defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";

export const dallE3 = defineGenerator({
  provider: "openai",
  name: "openai-dall-e-3",
  title: "DALL·E 3",
  description: "Generate images with DALL·E 3, on OpenAI.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "images.generate",
  source: {
    page: "https://platform.openai.com/docs/api-reference/images/create",
    readOn: "2026-04-08",
    unverified: "The model has ended, and OpenAI no longer documents it",
  },
  deprecated: { on: "2026-05-12", use: "openai-gpt-image-2-6-flare" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    size: choice(["1024x1024", "1024x1792", "1792x1024"], "1024x1024", { title: "Size", description: "Width × height in pixels." }),
    quality: choice(["standard", "hd"], "standard", { title: "Quality", description: "HD costs more." }),
    style: choice(["vivid", "natural"], "vivid", { title: "Style", description: "Vivid is more dramatic, natural more lifelike." }),
  }),
  constants: { model: "dall-e-3", n: 1 },
  output: "data[].url",
  costUsd: ({ quality, size }) => (quality === "hd" ? 0.08 : 0.04) + (size === "1024x1024" ? 0 : 0.04),
});
