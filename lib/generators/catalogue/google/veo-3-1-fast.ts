import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { asVideoRequest, veoDeprecated, veoInput, veoRules } from "./veo-fields";

const usdPerSecond = { "720p": 0.1, "1080p": 0.12, "4k": 0.3 };

export const veo31Fast = defineGenerator({
  provider: "google",
  name: "google-veo-3-1-fast",
  title: "Veo 3.1 Fast (Google)",
  description: "Generate video with audio from text, frames or reference images, faster, with Veo 3.1 Fast, on Google.",
  vendor: "Google",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: "veo-3.1-fast-generate-preview:predictLongRunning",
  source: {
    page: "https://ai.google.dev/gemini-api/docs/veo",
    readOn: "2026-09-17",
    unverified: "The model has ended, and Google no longer documents it for this API",
  },
  deprecated: veoDeprecated,
  input: veoInput,
  rules: veoRules,
  request: asVideoRequest,
  output: "media[].url",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
});
