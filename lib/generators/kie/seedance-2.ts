import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { seedance2Fields } from "./seedance-2-fields";

export const seedance2 = defineGenerator({
  provider: "kie",
  name: "kie-seedance-2",
  title: "Seedance 2 (Kie)",
  description: "Makes a video from words, pictures, videos and sound. Seedance 2 by ByteDance, at Kie.",
  vendor: "ByteDance",
  task: "multimodal-to-video",
  artifactType: "video",
  endpoint: "market:bytedance/seedance-2",
  source: { page: "https://docs.kie.ai/market/bytedance/seedance-2", readOn: "2026-04-08" },
  input: z.object({
    ...seedance2Fields,
  }),
  constants: { web_search: false },
  output: "resultJson.resultUrls[] | resultJson.video_urls[] | resultJson.videos[].url | resultJson.url",
  costUsd: ({ reference_video_sources, resolution, duration }) =>
    duration * (resolution === "480p" ? (reference_video_sources ? 0.0575 : 0.095) : reference_video_sources ? 0.125 : 0.205),
});
