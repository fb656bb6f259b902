import { defineGenerator } from "@/lib/generators/contract/declare";
import { seedance2BilledUsd, seedance2Input, seedance2Rules, seedance2Source, seedance2Usd } from "./seedance-2-fields";

export const bytedanceSeedance2 = defineGenerator({
  provider: "bytedance",
  name: "bytedance-seedance-2-0",
  title: "Seedance 2.0 (BytePlus)",
  description: "Makes a video with sound from a prompt or an image, with Seedance 2.0 at BytePlus ModelArk.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "video:dreamina-seedance-2-0-260128",
  source: seedance2Source,
  input: seedance2Input,
  rules: seedance2Rules,
  output: "videos[].url",
  costUsd: seedance2Usd(7),
  billedUsd: seedance2BilledUsd(7),
});
