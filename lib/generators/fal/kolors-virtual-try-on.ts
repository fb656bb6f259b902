import { defineGenerator, imageInput, syncMode, z } from "../declare";

export const kolorsVirtualTryOn = defineGenerator({
  provider: "fal",
  name: "fal-kolors-virtual-try-on",
  title: "Kolors Virtual Try-On",
  description: "Dresses a person in a garment. Kolors Virtual Try-On by Kuaishou, at fal.",
  vendor: "Kuaishou (Kolors)",
  task: "virtual-try-on",
  artifactType: "image",
  endpoint: "fal-ai/kling/v1-5/kolors-virtual-try-on",
  source: { page: "https://fal.ai/models/fal-ai/kling/v1-5/kolors-virtual-try-on/api", readOn: "2026-11-25" },
  input: z.object({
    human_image_url: imageInput({ title: "Person", description: "Who wears it." }),
    garment_image_url: imageInput({ title: "Garment", description: "What is worn." }),
    sync_mode: syncMode(),
  }),
  output: "image.url",
  costUsd: () => 0.07,
});
