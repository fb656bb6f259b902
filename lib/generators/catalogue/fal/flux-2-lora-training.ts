import { decimal, defineGenerator, whole, z } from "@/lib/generators/contract/declare";
import { captionedTrainingFields } from "./captioned-training-fields";

export const flux2LoraTraining = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-lora-training",
  title: "FLUX.2 LoRA Training",
  description: "Train a FLUX.2 [dev] LoRA on images of one subject or style, on fal.",
  vendor: "Black Forest Labs",
  task: "lora-training",
  artifactType: "lora",
  endpoint: "fal-ai/flux-2-trainer-v2",
  source: {
    page: "https://fal.ai/models/fal-ai/flux-2-trainer-v2/api",
    readOn: "2026-11-26",
    unverified: "Its price and the most steps it takes, which fal's client does not tell",
  },
  input: z.object({
    ...captionedTrainingFields,
    steps: whole(1, 10000, 1000, { title: "Steps", description: "More steps train longer and cost more." }),
    learning_rate: decimal(0.000001, 0.1, 0.00005, { title: "Learning rate", description: "How fast the model learns.", isAdvanced: true }),
  }),
  output: "diffusers_lora_file.url",
  costUsd: ({ steps }) => 0.008 * steps,
});
