import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { seedance2Fields } from "./seedance-2-fields";

export const seedance2Fast = defineGenerator({
  provider: "kie",
  name: "kie-seedance-2-fast",
  title: "Seedance 2 Fast (Kie)",
  description: "Makes a video from words, pictures, videos and sound. Seedance 2 Fast by ByteDance, at Kie.",
  vendor: "ByteDance",
  task: "multimodal-to-video",
  artifactType: "video",
  endpoint: "market:bytedance/seedance-2-fast",
  source: { page: "https://docs.kie.ai/market/bytedance/seedance-2-fast", readOn: "2026-04-08" },
  input: z.object({
    ...seedance2Fields,
  }),
  constants: { web_search: false },
  output: "resultJson.resultUrls[] | resultJson.video_urls[] | resultJson.videos[].url | resultJson.url",
  costUsd: ({ reference_video_sources, resolution, duration }) =>
    duration * (resolution === "480p" ? (reference_video_sources ? 0.045 : 0.0775) : reference_video_sources ? 0.1 : 0.165),
});
