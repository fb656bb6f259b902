import { defineGenerator, guidanceScale, inferenceSteps, modelSeed, promptFor, whole, z } from "@/lib/generators/contract/declare";

export const stableAudio25 = defineGenerator({
  provider: "fal",
  name: "fal-stable-audio-25",
  title: "Stable Audio 2.5",
  description: "Compose music and soundscapes from text with Stability AI's Stable Audio 2.5, on fal.",
  vendor: "Stability AI",
  task: "music",
  artifactType: "audio",
  endpoint: "fal-ai/stable-audio-25/text-to-audio",
  source: { page: "https://fal.ai/models/fal-ai/stable-audio-25/text-to-audio/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe the music or sound."),
    seconds_total: whole(1, 190, 60, { title: "Duration", description: "In seconds." }),
    num_inference_steps: inferenceSteps(4, 8, 8),
    guidance_scale: guidanceScale(1, 25, 1),
    seed: modelSeed(),
  }),
  output: "audio.url",
  costUsd: () => 0.2,
});
