import { defineGenerator } from "@/lib/generators/contract/declare";
import { seedreamInput, seedreamSource } from "./seedream-fields";

export const bytedanceSeedream45 = defineGenerator({
  provider: "bytedance",
  name: "bytedance-seedream-4-5",
  title: "Seedream 4.5 (BytePlus)",
  description: "Generate and edit images with Seedream 4.5, on BytePlus ModelArk.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:seedream-4-5-251128",
  source: seedreamSource,
  input: seedreamInput,
  output: "images[].url",
  costUsd: () => 0.04,
});
