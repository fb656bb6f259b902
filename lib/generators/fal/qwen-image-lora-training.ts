import { decimal, defineGenerator, imageInputs, optionalWords, whole, z } from "../declare";

export const qwenImageLoraTraining = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image-lora-training",
  title: "Qwen Image LoRA Training",
  description: "Trains a LoRA for Qwen Image on pictures of one subject or style, at fal.",
  vendor: "Alibaba",
  task: "lora-training",
  artifactType: "lora",
  endpoint: "fal-ai/qwen-image-trainer",
  source: { page: "https://fal.ai/models/fal-ai/qwen-image-trainer/api", readOn: "2026-11-25" },
  input: z.object({
    images: imageInputs({ title: "Pictures", description: "Of one subject or style.", min: 4, max: 100, wire: "image_data_url", isArchive: true }),
    trigger_phrase: optionalWords({ title: "Trigger phrase", description: "The words that will call the subject up." }, 200),
    steps: whole(1, 8000, 1000, { title: "Steps", description: "More learn more; the price grows with them." }),
    learning_rate: decimal(0.000001, 0.1, 0.0005, { title: "Learning rate", description: "How fast it learns.", isAdvanced: true }),
  }),
  output: "lora_file.url",
  costUsd: ({ steps }) => Math.max(steps, 250) * 0.002,
});
