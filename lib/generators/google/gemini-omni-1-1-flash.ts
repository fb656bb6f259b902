import { aspectRatio, defineGenerator, imageInput, imageInputs, promptFor, requires, resolution, seconds, z } from "../declare";
import { asInteraction } from "./omni-request";
import { videoInteractionUsd } from "./prices";

const usdPerSecond = { "360p": 0.034, "720p": 0.102, "1080p": 0.153, "4k": 0.305 };

export const geminiOmni11Flash = defineGenerator({
  provider: "google",
  name: "google-gemini-omni-1-1-flash",
  title: "Gemini Omni 1.1 Flash",
  description:
    "Makes a video with sound from words, from a first and a last frame, or with what pictures show, with Gemini Omni 1.1 Flash at Google.",
  vendor: "Google",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: "gemini-omni-1.1-flash:createInteraction",
  source: { page: "https://ai.google.dev/gemini-api/docs/omni", readOn: "2026-09-18" },
  input: z.object({
    prompt: promptFor("What happens and what is heard; say “in a single continuous shot” for a video without cuts."),
    first_frame: imageInput({ title: "First frame", description: "What the video begins with." }).nullish(),
    last_frame: imageInput({ title: "Last frame", description: "What the video ends with; needs a first frame." }).nullish(),
    images: imageInputs({
      title: "Pictures",
      description: "People, things or styles to use; <IMAGE_REF_0> in the prompt is the first.",
      max: 6,
    }).nullish(),
    duration: seconds(3, 10, 8),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9", "response_format.aspect_ratio"),
    resolution: resolution(["360p", "720p", "1080p", "4k"], "720p", "response_format.resolution"),
  }),
  rules: [requires("last_frame", ["first_frame"], "A last frame needs a first frame")],
  request: asInteraction,
  output: "media[].url",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
  billedUsd: (usage) => videoInteractionUsd(usage, { input: 1.5, output: 9, video: 17.5 }),
});
