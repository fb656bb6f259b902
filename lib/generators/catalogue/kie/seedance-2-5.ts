import { choice, defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { seedance2Fields, seedance2Rules } from "./seedance-2-fields";

const seconds = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30] as const;

export const seedance25 = defineGenerator({
  provider: "kie",
  name: "kie-seedance-2-5",
  title: "Seedance 2.5 (Kie)",
  description: "Generate video of up to 30 seconds from text, images, videos and audio with ByteDance's Seedance 2.5, on Kie.",
  vendor: "ByteDance",
  task: "multimodal-to-video",
  artifactType: "video",
  endpoint: "market:bytedance/seedance-2-5",
  source: {
    page: "https://docs.kie.ai/market/bytedance/seedance-2-5",
    readOn: "2026-11-26",
    unverified: "Its price was not found: it is estimated as others sell it",
  },
  input: z.object({
    ...seedance2Fields,
    duration: choice(seconds, 8, { title: "Duration", description: "In seconds." }),
    resolution: resolution(["480p", "720p"], "720p"),
  }),
  rules: seedance2Rules,
  output: "resultJson.resultUrls[] | resultJson.video_urls[] | resultJson.videos[].url | resultJson.url",
  costUsd: ({ resolution, duration }) => duration * { "480p": 0.2, "720p": 0.3 }[resolution],
});
