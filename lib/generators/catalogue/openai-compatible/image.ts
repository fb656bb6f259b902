import { choice, defineGenerator, numImages, promptFor, words, z } from "@/lib/generators/contract/declare";

export const image = defineGenerator({
  provider: "openai-compatible",
  name: "openai-compatible-image",
  title: "Image (your server)",
  description: "Generate images with a model on your own server, such as LocalAI, LiteLLM or Ollama.",
  vendor: "Your server",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "images.generate",
  source: { page: "https://localai.io/features/image-generation/", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the image shows.", { max: 32_000 }),
    model: words({ title: "Model", description: "Name of the model on your server." }, 200),
    size: z
      .string()
      .regex(/^(auto|\d{2,4}x\d{2,4})$/, "takes a size such as 1024x768")
      .default("1024x1024")
      .meta({ title: "Size", description: "Width × height in pixels, such as 1024x768." }),
    n: numImages(8),
    response_format: choice(["b64_json", "url", "unset"], "b64_json", {
      title: "Response format",
      description: "Choose `unset` for servers without this setting, such as GPT Image behind LiteLLM.",
      omit: ["unset"],
      isAdvanced: true,
    }),
  }),
  output: "data[].url",
  costUsd: () => 0,
});
