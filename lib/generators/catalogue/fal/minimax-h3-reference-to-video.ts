import { aspectRatio, audioInputs, defineGenerator, given, imageInputs, implies, promptFor, videoInputs, z } from "@/lib/generators/contract/declare";
import { minimaxH3Cost, minimaxH3Fields, minimaxH3Ratios, promptExpansionMode } from "./minimax-h3-fields";

export const minimaxH3ReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-h3-reference-to-video",
  title: "MiniMax H3 Reference to Video",
  description: "Generate video from reference images, videos and audio with MiniMax H3, on fal.",
  vendor: "MiniMax",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "minimax/h3/reference-to-video",
  source: { page: "https://fal.ai/models/minimax/h3/reference-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the video. Refer to the references as Image 1, Video 1, Audio 1 and so on."),
    reference_images: imageInputs({
      title: "Reference images",
      description: "Up to 9; at most 12 references in total.",
      min: 0,
      max: 9,
      wire: "reference_image_urls",
    }).nullish(),
    reference_videos: videoInputs({
      title: "Reference videos",
      description: "Up to 3, 2 to 15 seconds each and 15 seconds in total.",
      min: 0,
      max: 3,
      wire: "reference_video_urls",
    }).nullish(),
    reference_audio: audioInputs({
      title: "Reference audio",
      description: "Up to 3 files, 2 to 15 seconds each and 15 seconds in total.",
      min: 0,
      max: 3,
      wire: "reference_audio_urls",
    }).nullish(),
    aspect_ratio: aspectRatio(["adaptive", ...minimaxH3Ratios], "adaptive"),
    prompt_expansion_mode: promptExpansionMode(),
    ...minimaxH3Fields,
  }),
  rules: [
    {
      field: "reference_audio",
      description: "Reference audio needs a reference image or video as well",
      ...implies(given("reference_audio"), { anyOf: [given("reference_images"), given("reference_videos")] }),
    },
  ],
  output: "video.url",
  costUsd: ({ reference_images, ...inputs }) =>
    // Five reference images are free.
    minimaxH3Cost(inputs) + 0.08 * Math.max(0, (reference_images?.length ?? 0) - 5),
});
