import { defineGenerator, imageInput, syncMode, z } from "@/lib/generators/contract/declare";
import { unlisted } from "./unlisted";

export const kolorsVirtualTryOn = defineGenerator({
  provider: "fal",
  name: "fal-kolors-virtual-try-on",
  title: "Kolors Virtual Try-On",
  description: "Dress a person in a garment from another image, with Kuaishou's Kolors, on fal.",
  vendor: "Kuaishou (Kolors)",
  task: "virtual-try-on",
  artifactType: "image",
  endpoint: "fal-ai/kling/v1-5/kolors-virtual-try-on",
  source: { page: "https://fal.ai/models/fal-ai/kling/v1-5/kolors-virtual-try-on/api", readOn: "2026-11-26" },
  deprecated: unlisted("fal-fashn-tryon"),
  input: z.object({
    human_image_url: imageInput({ title: "Person", description: "The person to dress." }),
    garment_image_url: imageInput({ title: "Garment", description: "The garment to wear." }),
    sync_mode: syncMode(),
  }),
  output: "image.url",
  costUsd: () => 0.07,
});
