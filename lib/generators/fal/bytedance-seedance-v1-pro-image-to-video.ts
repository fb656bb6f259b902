import { aspectRatio, cameraFixed, defineGenerator, duration, imageInput, modelSeed, promptFor, resolution, safetyChecker, z } from "../declare";
import { seedanceCost } from "./seedance-cost";

export const bytedanceSeedanceV1ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedance-v1-pro-image-to-video",
  title: "Seedance 1 Pro from a picture",
  description: "Sets a picture in motion. Seedance 1 Pro by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/seedance/v1/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedance/v1/pro/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    image: imageInput({ title: "Picture", description: "What to begin with.", wire: "image_url" }),
    end_image: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "end_image_url" }).nullish(),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "auto"], "auto"),
    resolution: resolution(["480p", "720p", "1080p"], "1080p"),
    duration: duration(["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], "5"),
    camera_fixed: cameraFixed(),
    seed: modelSeed(),
    enable_safety_checker: safetyChecker(),
  }),
  output: "video.url",
  costUsd: ({ resolution, duration }) => seedanceCost(resolution, Number(duration)) * 2.5,
});
