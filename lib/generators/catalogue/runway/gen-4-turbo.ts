import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { firstFrameFields, runwayFields, runwayPrompt } from "./runway-fields";

export const gen4Turbo = defineGenerator({
  provider: "runway",
  name: "runway-gen-4-turbo",
  title: "Gen-4 Turbo",
  description: "Animate an image fast and cheaply with Gen-4 Turbo, on Runway.",
  vendor: "Runway",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "image_to_video",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: runwayPrompt("Describe the action and the camera.").nullish(),
    ...firstFrameFields,
    ...runwayFields,
  }),
  constants: { model: "gen4_turbo" },
  output: "output[]",
  costUsd: ({ duration }) => duration * 0.05,
});
