import { defineGenerator, flag, imageInputs, optionalWords, whole, z } from "../declare";

export const fluxLoraTraining = defineGenerator({
  provider: "fal",
  name: "fal-flux-lora-training",
  title: "FLUX LoRA Training",
  description: "Trains a LoRA for FLUX.1 [dev] on pictures of one subject or style, at fal.",
  vendor: "Black Forest Labs",
  task: "lora-training",
  artifactType: "lora",
  endpoint: "fal-ai/flux-lora-fast-training",
  source: { page: "https://fal.ai/models/fal-ai/flux-lora-fast-training/api", readOn: "2026-11-25" },
  input: z.object({
    images: imageInputs({
      title: "Pictures",
      description: "Of one subject or style; ten or more work best.",
      min: 4,
      max: 100,
      wire: "images_data_url",
      isArchive: true,
    }),
    trigger_word: optionalWords({ title: "Trigger word", description: "The word that will call the subject up." }, 100),
    steps: whole(1, 10000, 1000, { title: "Steps", description: "More learn more; the price grows with them." }),
    is_style: flag(false, { title: "Style", description: "Learns a style, not a subject." }),
  }),
  output: "diffusers_lora_file.url",
  costUsd: ({ steps }) => Math.max((steps / 1000) * 2, 2),
});
