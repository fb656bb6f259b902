import { defineGenerator, promptFor, safetyChecker, z } from "@/lib/generators/contract/declare";
import { secondHand } from "./second-hand";
import { seedreamV5ProFields, seedreamV5ProUsd } from "./seedream-v5-pro-fields";

export const seedreamV5Pro = defineGenerator({
  provider: "fal",
  name: "fal-seedream-v5-pro",
  title: "Seedream 5 Pro",
  description: "Generate images with lettering in 14 languages, using ByteDance's Seedream 5 Pro, on fal.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "bytedance/seedream/v5/pro/text-to-image",
  source: { page: "https://fal.ai/models/bytedance/seedream/v5/pro/text-to-image/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the image."),
    ...seedreamV5ProFields,
    enable_safety_checker: safetyChecker(),
  }),
  output: "images[].url",
  costUsd: seedreamV5ProUsd,
});
