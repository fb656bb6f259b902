import { defineGenerator } from "../define-generator";
import { asVideoRequest, veoDeprecated, veoInput, veoRules } from "./veo-fields";

const usdPerSecond = { "720p": 0.4, "1080p": 0.4, "4k": 0.6 };

export const veo31 = defineGenerator({
  provider: "google",
  name: "google-veo-3-1",
  title: "Veo 3.1 (Google)",
  description: "Makes a video with sound from words, frames or reference pictures, with Veo 3.1 at Google.",
  vendor: "Google",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: "veo-3.1-generate-preview:predictLongRunning",
  source: { page: "https://ai.google.dev/gemini-api/docs/veo", readOn: "2026-09-17" },
  deprecated: veoDeprecated,
  input: veoInput,
  rules: veoRules,
  request: asVideoRequest,
  output: "media[].url",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
});
