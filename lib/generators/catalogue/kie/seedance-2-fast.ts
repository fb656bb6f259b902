import { defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { seedance2Fields, seedance2Rules } from "./seedance-2-fields";

export const seedance2Fast = defineGenerator({
  provider: "kie",
  name: "kie-seedance-2-fast",
  title: "Seedance 2 Fast (Kie)",
  description: "Generate video faster from text, images, videos and audio with ByteDance's Seedance 2.0 Fast, on Kie.",
  vendor: "ByteDance",
  task: "multimodal-to-video",
  artifactType: "video",
  endpoint: "market:bytedance/seedance-2-fast",
  source: { page: "https://docs.kie.ai/market/bytedance/seedance-2-fast", readOn: "2026-04-08", unverified: "Its price was not found again" },
  input: z.object({
    ...seedance2Fields,
    resolution: resolution(["480p", "720p"], "720p"),
  }),
  rules: seedance2Rules,
  constants: { web_search: false },
  output: "resultJson.resultUrls[] | resultJson.video_urls[] | resultJson.videos[].url | resultJson.url",
  costUsd: ({ reference_video_sources, resolution, duration }) =>
    duration * (resolution === "480p" ? (reference_video_sources?.length ? 0.034 : 0.059) : reference_video_sources?.length ? 0.075 : 0.124),
});
