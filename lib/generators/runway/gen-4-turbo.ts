import { defineGenerator, z } from "../declare";
import { firstFrameFields, runwayFields, runwayPrompt } from "./runway-fields";

export const gen4Turbo = defineGenerator({
  provider: "runway",
  name: "runway-gen-4-turbo",
  title: "Gen-4 Turbo",
  description: "Makes a video from a picture, fast and at a low price, with Gen-4 Turbo at Runway.",
  vendor: "Runway",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "image_to_video",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: runwayPrompt("What happens in the video.").nullish(),
    ...firstFrameFields,
    ...runwayFields,
  }),
  constants: { model: "gen4_turbo" },
  output: "output[]",
  costUsd: ({ duration }) => duration * 0.05,
});
