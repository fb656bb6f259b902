import { defineGenerator, seconds, z } from "@/lib/generators/contract/declare";
import { lastNeedsFirst, omniFields } from "./omni-fields";
import { asInteraction } from "./omni-request";
import { videoInteractionUsd } from "./prices";

const usdPerSecond = { "360p": 0.034, "720p": 0.102, "1080p": 0.153, "4k": 0.305 };

export const geminiOmni11Flash = defineGenerator({
  provider: "google",
  name: "google-gemini-omni-1-1-flash",
  title: "Gemini Omni 1.1 Flash (Google)",
  description: "Generate video with audio from text, frames or reference images with Gemini Omni 1.1 Flash, on Google.",
  vendor: "Google",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: "gemini-omni-1.1-flash:createInteraction",
  source: { page: "https://ai.google.dev/gemini-api/docs/omni", readOn: "2026-11-26" },
  input: z.object({ ...omniFields, duration: seconds(3, 10, 8) }),
  rules: [lastNeedsFirst],
  request: asInteraction,
  output: "media[].url",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
  billedUsd: (usage) => videoInteractionUsd(usage, { input: 1.5, output: 9, video: 17.5 }),
});
