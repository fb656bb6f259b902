import {
  aspectRatio,
  defineGenerator,
  duration,
  generateAudio,
  modelSeed,
  negativePrompt,
  promptFor,
  resolution,
  z,
} from "@/lib/generators/contract/declare";

const sizes = {
  "16:9": { "720p": "1280:720", "1080p": "1920:1080" },
  "9:16": { "720p": "720:1280", "1080p": "1080:1920" },
};

export const veo31 = defineGenerator({
  provider: "runway",
  name: "runway-veo-3-1",
  title: "Veo 3.1 (Runway)",
  description: "Generate video with audio from text with Google's Veo 3.1, on Runway.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "text_to_video",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  model: "veo-3.1",
  input: z.object({
    prompt: promptFor("Describe the scene, the action and the audio.", { max: 1000, wire: "promptText" }),
    duration: duration(["4s", "6s", "8s"], "8s"),
    resolution: resolution(["720p", "1080p"], "720p"),
    generate_audio: generateAudio("audio"),
    aspect_ratio: aspectRatio(["9:16", "16:9"], "16:9"),
    seed: modelSeed({ min: 0, max: 4_294_967_295 }),
    negative_prompt: negativePrompt(null),
  }),
  constants: { model: "veo3.1" },
  request: ({ aspect_ratio: _a, resolution: _r, duration: _d, negative_prompt, ...request }, inputs) => ({
    ...request,
    ratio: sizes[inputs.aspect_ratio][inputs.resolution],
    duration: Number.parseInt(inputs.duration, 10),
    ...(negative_prompt ? { negativePrompt: negative_prompt } : {}),
  }),
  output: "output[]",
  costUsd: ({ duration, generate_audio }) => Number.parseInt(duration, 10) * (generate_audio ? 0.4 : 0.2),
});
