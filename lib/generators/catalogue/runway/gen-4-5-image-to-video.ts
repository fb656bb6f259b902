import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { firstFrameFields, runwayFields, runwayPrompt } from "./runway-fields";

export const gen45ImageToVideo = defineGenerator({
  provider: "runway",
  name: "runway-gen-4-5-image-to-video",
  title: "Gen-4.5 Image to Video",
  description: "Animate an image with Gen-4.5, on Runway.",
  vendor: "Runway",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "image_to_video",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: runwayPrompt("Describe the action and the camera."),
    ...firstFrameFields,
    ...runwayFields,
  }),
  constants: { model: "gen4.5" },
  output: "output[]",
  costUsd: ({ duration }) => duration * 0.12,
});
