import { choice, defineGenerator, imageInput, imageInputs, promptFor, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { gptImageBilledUsd, gptImageFields } from "./gpt-image-fields";

export const gptImage15Edit = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-1-5-edit",
  title: "GPT Image 1.5 Edit (OpenAI)",
  description: "Edit images with a prompt, with GPT Image 1.5, on OpenAI.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "images.edit",
  source: {
    page: "https://developers.openai.com/api/reference/resources/images/methods/edit",
    readOn: "2026-11-26",
    unverified: "Its price was not found again",
  },
  deprecated: { on: "2026-12-01", use: "openai-gpt-image-2-6-flare" },
  input: z.object({
    prompt: promptFor("Describe what to change.", { max: 32000 }),
    images: imageInputs({ title: "Images", description: "Images to edit, up to 16.", max: 16, wire: "image" }),
    mask: imageInput({ title: "Mask", description: "Transparent areas mark what may change in the first image. PNG, same size." }).nullish(),
    input_fidelity: choice(["low", "high"], "low", {
      title: "Input fidelity",
      description: "High stays closer to the images, faces above all.",
      isAdvanced: true,
    }),
    ...gptImageFields,
  }),
  rules: [transparentHasNoJpeg],
  constants: { model: "gpt-image-1.5" },
  output: "data[].url",
  costUsd: ({ quality, size, n }) => ({ low: 0.009, medium: 0.034, high: 0.133 })[quality] * (size === "1024x1024" || size === "auto" ? 1 : 1.5) * n,
  billedUsd: gptImageBilledUsd,
});
