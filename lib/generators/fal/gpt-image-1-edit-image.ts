import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { choice, promptFor } from "../model-fields";
import { gptImageFields } from "./gpt-image-fields";

export const gptImage1EditImage = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-1-edit-image",
  title: "GPT Image 1 Edit",
  description: "Changes pictures as the prompt says. GPT Image 1 Edit by OpenAI, at fal.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1/edit-image",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1/edit-image/api", readOn: "2026-04-08" },
  input: z.object({
    ...gptImageFields,
    prompt: promptFor("What to change, and how.", { max: 32000 }),
    input_fidelity: choice(["low", "high"], "low", { title: "Fidelity", description: "How closely the input pictures are kept." }),
    quality: choice(["auto", "low", "medium", "high"], "auto", { title: "Quality", description: "Higher costs more." }),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
