import { defineGenerator } from "@/lib/generators/contract/declare";
import { seedreamInput, seedreamSource } from "./seedream-fields";

export const bytedanceSeedream5Pro = defineGenerator({
  provider: "bytedance",
  name: "bytedance-seedream-5-0-pro",
  title: "Seedream 5.0 Pro (BytePlus)",
  description: "Generate and edit images with Seedream 5.0 Pro, on BytePlus ModelArk.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:dola-seedream-5-0-pro-260628",
  source: seedreamSource,
  input: seedreamInput,
  output: "images[].url",
  costUsd: () => 0.05,
});
