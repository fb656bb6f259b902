import { audioInput, defineGenerator, optionalWords, resolution, z } from "@/lib/generators/contract/declare";
import { portrait } from "./video-fields";

export const omnihumanV15 = defineGenerator({
  provider: "fal",
  name: "fal-omnihuman-v1-5",
  title: "OmniHuman 1.5",
  description: "Make a person in an image speak or sing an audio track with ByteDance's OmniHuman 1.5, on fal.",
  vendor: "ByteDance",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/omnihuman/v1.5",
  source: {
    page: "https://fal.ai/models/fal-ai/bytedance/omnihuman/v1.5/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    prompt: optionalWords({ title: "Prompt", description: "How the person should act.", format: "textarea" }),
    image: portrait("image_url"),
    audio: audioInput({ title: "Audio", description: "Speech or song: up to 30 seconds in 1080p, 60 seconds in 720p.", wire: "audio_url" }),
    resolution: resolution(["720p", "1080p"], "1080p"),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => 0.16 * seconds(audio, 10),
});
