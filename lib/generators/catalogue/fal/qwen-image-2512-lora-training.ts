import { decimal, defineGenerator, whole, z } from "@/lib/generators/contract/declare";
import { captionedTrainingFields } from "./captioned-training-fields";

export const qwenImage2512LoraTraining = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image-2512-lora-training",
  title: "Qwen Image 2512 LoRA Training",
  description: "Train a Qwen Image 2512 LoRA on images of one subject or style, on fal.",
  vendor: "Alibaba",
  task: "lora-training",
  artifactType: "lora",
  endpoint: "fal-ai/qwen-image-2512-trainer",
  source: {
    page: "https://fal.ai/models/fal-ai/qwen-image-2512-trainer/api",
    readOn: "2026-11-26",
    unverified: "Its price and the most steps it takes, which fal's client does not tell",
  },
  input: z.object({
    ...captionedTrainingFields,
    steps: whole(1, 8000, 2000, { title: "Steps", description: "More steps train longer and cost more." }),
    learning_rate: decimal(0.000001, 0.1, 0.0005, { title: "Learning rate", description: "How fast the model learns.", isAdvanced: true }),
  }),
  output: "diffusers_lora_file.url",
  costUsd: ({ steps }) => 0.002 * steps,
});
