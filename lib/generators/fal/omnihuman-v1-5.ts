import { audioInput, defineGenerator, imageInput, optionalWords, resolution, z } from "../declare";

export const omnihumanV15 = defineGenerator({
  provider: "fal",
  name: "fal-omnihuman-v1-5",
  title: "OmniHuman 1.5",
  description: "Lets a person in a picture speak or sing a recording, with OmniHuman by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/omnihuman/v1.5",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/omnihuman/v1.5/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: optionalWords({ title: "Prompt", description: "How the person behaves.", format: "textarea" }),
    image: imageInput({ title: "Portrait", description: "Who speaks.", wire: "image_url" }),
    audio: audioInput({ title: "Speech", description: "What is said; up to 30 seconds, or 60 in 720p.", wire: "audio_url" }),
    resolution: resolution(["720p", "1080p"], "1080p"),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => 0.16 * seconds(audio, 10),
});
