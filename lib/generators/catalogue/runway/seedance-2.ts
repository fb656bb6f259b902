import { aspectRatio, defineGenerator, duration, generateAudio, modelSeed, promptFor, resolution, z } from "@/lib/generators/contract/declare";

const sizes = {
  "480p": { "21:9": "992:432", "16:9": "864:496", "4:3": "752:560", "1:1": "640:640", "3:4": "560:752", "9:16": "496:864" },
  "720p": { "21:9": "1470:630", "16:9": "1280:720", "4:3": "1112:834", "1:1": "960:960", "3:4": "834:1112", "9:16": "720:1280" },
};

export const seedance2 = defineGenerator({
  provider: "runway",
  name: "runway-seedance-2",
  title: "Seedance 2 (Runway)",
  description: "Generate video with audio from text with ByteDance's Seedance 2.0, on Runway.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "text_to_video",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  model: "seedance-2",
  input: z.object({
    prompt: promptFor("Describe the scene, the action and the camera.", { max: 3500, wire: "promptText" }),
    resolution: resolution(["480p", "720p"], "720p"),
    duration: duration(["4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"], "5"),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    generate_audio: generateAudio("audio"),
    seed: modelSeed({ min: 0, max: 4_294_967_295 }),
  }),
  constants: { model: "seedance2" },
  request: ({ aspect_ratio: _a, resolution: _r, ...request }, inputs) => ({
    ...request,
    ratio: sizes[inputs.resolution][inputs.aspect_ratio],
    duration: Number(inputs.duration),
  }),
  output: "output[]",
  costUsd: ({ duration }) => Number(duration) * 0.36,
});
