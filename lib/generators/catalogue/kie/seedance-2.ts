import { defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { seedance2Fields, seedance2Rules } from "./seedance-2-fields";

export const seedance2 = defineGenerator({
  provider: "kie",
  name: "kie-seedance-2",
  title: "Seedance 2 (Kie)",
  description: "Generate video with audio from text, images, videos and audio with ByteDance's Seedance 2.0, on Kie.",
  vendor: "ByteDance",
  task: "multimodal-to-video",
  artifactType: "video",
  endpoint: "market:bytedance/seedance-2",
  source: { page: "https://docs.kie.ai/market/bytedance/seedance-2", readOn: "2026-11-26" },
  input: z.object({
    ...seedance2Fields,
    resolution: resolution(["480p", "720p", "1080p", "4k"], "720p"),
  }),
  rules: seedance2Rules,
  constants: { web_search: false },
  output: "resultJson.resultUrls[] | resultJson.video_urls[] | resultJson.videos[].url | resultJson.url",
  costUsd: ({ reference_video_sources, resolution, duration }) => {
    const [withVideo, without] = { "480p": [0.0575, 0.095], "720p": [0.125, 0.205], "1080p": [0.31, 0.51], "4k": [0.64, 1.04] }[resolution];
    return duration * Number(reference_video_sources?.length ? withVideo : without);
  },
});
