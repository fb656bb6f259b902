import { aspectRatio, defineGenerator, generateAudio, imageInputs, promptFor, z } from "@/lib/generators/contract/declare";
import { longDuration } from "./kling-fields";
import { firstFrame, lastFrame } from "./video-fields";

export const klingVideoO3ProReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-o3-pro-reference-to-video",
  title: "Kling O3 Pro Reference to Video",
  description: "Generate video from up to four reference images with Kling O3 Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/o3/pro/reference-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/o3/pro/reference-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the video. Refer to the images as @Image1, @Image2 and so on.", { max: 2500 }),
    reference_images: imageInputs({ title: "Reference images", description: "Up to four.", max: 4, wire: "image_urls" }),
    start_frame: firstFrame("start_image_url").nullish(),
    end_frame: lastFrame("end_image_url").nullish(),
    duration: longDuration(),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: ({ duration, generate_audio }) => Number(duration) * (generate_audio ? 0.14 : 0.112),
});
