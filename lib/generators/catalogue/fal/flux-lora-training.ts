import { defineGenerator, flag, imageInputs, optionalWords, whole, z } from "@/lib/generators/contract/declare";

export const fluxLoraTraining = defineGenerator({
  provider: "fal",
  name: "fal-flux-lora-training",
  title: "FLUX LoRA Training",
  description: "Train a FLUX.1 [dev] LoRA on images of one subject or style, on fal.",
  vendor: "Black Forest Labs",
  task: "lora-training",
  artifactType: "lora",
  endpoint: "fal-ai/flux-lora-fast-training",
  source: { page: "https://fal.ai/models/fal-ai/flux-lora-fast-training/api", readOn: "2026-11-26" },
  input: z.object({
    images: imageInputs({
      title: "Training images",
      description: "Images of one subject or style. Ten or more work best.",
      min: 4,
      max: 100,
      wire: "images_data_url",
      isArchive: true,
    }),
    trigger_word: optionalWords({ title: "Trigger word", description: "Word that brings up the subject or style in prompts." }, 100),
    steps: whole(1, 10000, 1000, { title: "Steps", description: "More steps train longer and cost more." }),
    is_style: flag(false, { title: "Train a style", description: "Learns a style instead of a subject." }),
  }),
  output: "diffusers_lora_file.url",
  costUsd: ({ steps }) => Math.max((steps / 1000) * 2, 2),
});
