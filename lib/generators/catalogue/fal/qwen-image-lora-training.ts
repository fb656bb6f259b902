import { decimal, defineGenerator, imageInputs, optionalWords, whole, z } from "@/lib/generators/contract/declare";
import { unlisted } from "./unlisted";

export const qwenImageLoraTraining = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image-lora-training",
  title: "Qwen Image LoRA Training",
  description: "Train a Qwen Image LoRA on images of one subject or style, on fal.",
  vendor: "Alibaba",
  task: "lora-training",
  artifactType: "lora",
  endpoint: "fal-ai/qwen-image-trainer",
  source: { page: "https://fal.ai/models/fal-ai/qwen-image-trainer/api", readOn: "2026-11-26" },
  deprecated: unlisted("fal-qwen-image-2512-lora-training"),
  input: z.object({
    images: imageInputs({
      title: "Training images",
      description: "Images of one subject or style. Ten or more work best.",
      min: 4,
      max: 100,
      wire: "image_data_url",
      isArchive: true,
    }),
    trigger_phrase: optionalWords({ title: "Trigger phrase", description: "Words that bring up the subject or style in prompts." }, 200),
    steps: whole(1, 8000, 1000, { title: "Steps", description: "More steps train longer and cost more." }),
    learning_rate: decimal(0.000001, 0.1, 0.0005, { title: "Learning rate", description: "How fast the model learns.", isAdvanced: true }),
  }),
  output: "lora_file.url",
  costUsd: ({ steps }) => Math.max(steps, 250) * 0.002,
});
