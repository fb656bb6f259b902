import { defineGenerator, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { secondHand } from "./second-hand";
import { seedreamV5ProFields, seedreamV5ProUsd } from "./seedream-v5-pro-fields";

export const seedreamV5ProEdit = defineGenerator({
  provider: "fal",
  name: "fal-seedream-v5-pro-edit",
  title: "Seedream 5 Pro Edit",
  description: "Make region-precise edits and combine up to 10 images with ByteDance's Seedream 5 Pro, on fal.",
  vendor: "ByteDance",
  task: "image-edit",
  artifactType: "image",
  endpoint: "bytedance/seedream/v5/pro/edit",
  source: { page: "https://fal.ai/models/bytedance/seedream/v5/pro/edit/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the edit."),
    image_urls: sourceImages(10),
    ...seedreamV5ProFields,
  }),
  output: "images[].url",
  costUsd: seedreamV5ProUsd,
});
