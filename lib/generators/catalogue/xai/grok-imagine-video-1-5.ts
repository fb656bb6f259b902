import { defineGenerator, imageInput, optionalAspectRatio, promptFor, requires, resolution, seconds, z } from "@/lib/generators/contract/declare";

const usdPerSecond = { "480p": 0.08, "720p": 0.14, "1080p": 0.25 };

export const grokImagineVideo15 = defineGenerator({
  provider: "xai",
  name: "xai-grok-imagine-video-1-5",
  title: "Grok Imagine Video 1.5",
  description: "Makes a video with sound from a prompt or an image, with Grok Imagine Video 1.5 at xAI.",
  vendor: "xAI",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "video:grok-imagine-video-1.5",
  source: {
    page: "https://docs.x.ai/developers/models/grok-imagine-video-1.5",
    readOn: "2026-11-26",
    unverified: "The page was not to be had; prices are as resellers quote xAI's, what was charged is read from the answer",
  },
  input: z.object({
    prompt: promptFor("What happens, and what is heard.", { max: 4096 }),
    image: imageInput({ title: "First frame", description: "What the video begins with." }).nullish(),
    last_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "lastFrame" }).nullish(),
    duration: seconds(1, 15, 6),
    aspect_ratio: optionalAspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3"], "aspectRatio"),
    resolution: resolution(["480p", "720p", "1080p"], "720p", "providerOptions.xai.resolution"),
  }),
  rules: [requires("last_frame", ["image"], "A last frame needs a first frame")],
  output: "videos[].url",
  costUsd: ({ image, duration, resolution }) => usdPerSecond[resolution] * duration + (image ? 0.01 : 0),
});
