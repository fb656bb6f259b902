import { defineGenerator } from "@/lib/generators/contract/declare";
import { wan3Input, wan3Rules, wan3Usd } from "./wan-3-fields";

export const wan3Prime = defineGenerator({
  provider: "alibaba",
  name: "alibaba-wan-3-prime",
  title: "Wan 3.0 Prime (Alibaba)",
  description: "Makes a video with sound from a prompt or an image, sooner than Wan 3.0, at Alibaba.",
  vendor: "Alibaba",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "video:wan3.0-video-prime",
  source: {
    page: "https://docs.apiyi.com/api-capabilities/wan3/overview.md",
    readOn: "2026-11-26",
    unverified:
      "Alibaba's own page was not to be had; prices are worked out from a reseller's, which sells at 98 % of them; those of 480P and 1080P follow the standard model's steps",
  },
  input: wan3Input,
  rules: wan3Rules,
  output: "videos[].url",
  costUsd: wan3Usd({ "480P": 0.065, "720P": 0.13, "1080P": 0.26 }),
});
