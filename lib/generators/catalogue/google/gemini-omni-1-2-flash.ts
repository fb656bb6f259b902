import { defineGenerator, excludes, given, onlyWhile, seconds, videoInput, z } from "@/lib/generators/contract/declare";
import { lastNeedsFirst, omniFields } from "./omni-fields";
import { asInteraction } from "./omni-request";

const usdPerSecond = { "360p": 0.023, "720p": 0.07, "1080p": 0.105, "4k": 0.21 };
/** What is shown of a video costs about this much a second beside what is generated. */
const usdPerSecondShown = 0.025;

export const geminiOmni12Flash = defineGenerator({
  provider: "google",
  name: "google-gemini-omni-1-2-flash",
  title: "Gemini Omni 1.2 Flash",
  description: "Generate video with audio from text, frames or reference images, or edit a video, with Gemini Omni 1.2 Flash, on Google.",
  vendor: "Google",
  task: "text/image/video-to-video",
  artifactType: "video",
  endpoint: "gemini-omni-1.2-flash:createInteraction",
  source: {
    page: "https://developer.civitai.com/orchestration/recipes/gemini-omni",
    readOn: "2026-11-26",
    unverified: "Google's own page for it was not found: limits and prices are from others who offer it, and the price of editing is a guess",
  },
  input: z.object({
    ...omniFields,
    video: videoInput({ title: "Video", description: "A video to edit, up to 15 seconds. Keeps its own length." }).nullish(),
    duration: seconds(3, 15, 8),
  }),
  rules: [
    lastNeedsFirst,
    excludes("video", ["first_frame", "last_frame"], "A video to edit cannot be combined with frames"),
    onlyWhile(given("last_frame"), "duration", [3, 4, 5, 6, 7, 8, 9, 10], "Videos between two frames are limited to 10 seconds"),
  ],
  request: asInteraction,
  output: "media[].url",
  costUsd: ({ duration, resolution, video }, facts) => {
    const generated = video ? facts.seconds(video, 15) : duration;
    return generated * (usdPerSecond[resolution] + (video ? usdPerSecondShown : 0));
  },
});
