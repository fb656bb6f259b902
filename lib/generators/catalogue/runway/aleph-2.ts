import { decimal, defineGenerator, given, imageInput, optionalAspectRatio, videoInput, z } from "@/lib/generators/contract/declare";
import { runwayFields, runwayPrompt } from "./runway-fields";

export const aleph2 = defineGenerator({
  provider: "runway",
  name: "runway-aleph-2",
  title: "Aleph 2",
  description: "Edit a video with a prompt, with Aleph 2, on Runway.",
  vendor: "Runway",
  task: "video-to-video",
  artifactType: "video",
  endpoint: "video_to_video",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: runwayPrompt("Describe what to change."),
    video_source: videoInput({ title: "Video", description: "The video to edit, 2 to 30 seconds long.", wire: "videoUri" }),
    guidance_image: imageInput({ title: "Guidance image", description: "How one frame of the video should look." }).nullish(),
    guidance_position: decimal(0, 1, 0, {
      title: "Guidance position",
      description: "Where that frame is. 0 is the start, 1 the end.",
      isAdvanced: true,
      visibleWhen: given("guidance_image"),
    }),
    aspect_ratio: optionalAspectRatio(["16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "21:9"], "targetAspectRatio"),
    ...runwayFields,
  }),
  constants: { model: "aleph2" },
  request: ({ guidance_image: uri, guidance_position: at, ...request }) => (uri ? { ...request, keyframes: [{ uri, at: at ?? 0 }] } : request),
  output: "output[]",
  costUsd: ({ video_source }, facts) => Math.max(facts.seconds(video_source, 5), 2) * 0.28,
});
