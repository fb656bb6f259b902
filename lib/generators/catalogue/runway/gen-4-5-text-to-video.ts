import { defineGenerator, seconds, z } from "@/lib/generators/contract/declare";
import { pixelRatio, runwayFields, runwayPrompt } from "./runway-fields";

export const gen45TextToVideo = defineGenerator({
  provider: "runway",
  name: "runway-gen-4-5-text-to-video",
  title: "Gen-4.5",
  description: "Generate video from text with Gen-4.5, on Runway.",
  vendor: "Runway",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "text_to_video",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: runwayPrompt("Describe the scene, the action and the camera."),
    ratio: pixelRatio(["1280:720", "720:1280"], "1280:720"),
    duration: seconds(2, 10, 5),
    ...runwayFields,
  }),
  constants: { model: "gen4.5" },
  output: "output[]",
  costUsd: ({ duration }) => duration * 0.12,
});
