import { choice, defineGenerator, imageInput, imageInputs, promptFor, transparentHasNoJpeg, z } from "../declare";
import { gptImageBilledUsd, gptImageFields } from "./gpt-image-fields";

export const gptImage15Edit = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-1-5-edit",
  title: "GPT Image 1.5 Edit (OpenAI)",
  description: "Changes pictures as the prompt says, with GPT Image 1.5 at OpenAI.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "images.edit",
  source: { page: "https://platform.openai.com/docs/api-reference/images/createEdit", readOn: "2026-04-08" },
  deprecated: { on: "2026-12-01", use: "openai-gpt-image-2-6-flare" },
  input: z.object({
    prompt: promptFor("What to change, and how.", { max: 32000 }),
    images: imageInputs({ title: "Pictures", description: "What to work on.", max: 16, wire: "image" }),
    mask: imageInput({ title: "Mask", description: "Transparent where the first picture may change." }).nullish(),
    input_fidelity: choice(["low", "high"], "low", { title: "Fidelity", description: "How closely the pictures are kept.", isAdvanced: true }),
    ...gptImageFields,
  }),
  rules: [transparentHasNoJpeg],
  constants: { model: "gpt-image-1.5" },
  output: "data[].url",
  costUsd: ({ quality, size, n }) => ({ low: 0.009, medium: 0.034, high: 0.133 })[quality] * (size === "1024x1024" || size === "auto" ? 1 : 1.5) * n,
  billedUsd: gptImageBilledUsd,
});
