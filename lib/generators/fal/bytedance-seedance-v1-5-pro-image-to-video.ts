import { defineGenerator, imageInput, z } from "../declare";
import { durationAsText } from "./duration-as-text";
import { seedanceCost } from "./seedance-cost";
import { seedanceFields } from "./seedance-fields";

export const bytedanceSeedanceV15ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedance-v1-5-pro-image-to-video",
  title: "Seedance 1.5 Pro from a picture",
  description: "Sets a picture in motion. Seedance 1.5 Pro by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/seedance/v1.5/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedance/v1.5/pro/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    ...seedanceFields,
    image: imageInput({ title: "Picture", description: "What to begin with.", wire: "image_url" }),
    end_image: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "end_image_url" }).nullish(),
  }),
  request: durationAsText,
  output: "video.url",
  costUsd: ({ resolution, duration, generate_audio }) => seedanceCost(resolution, duration) * (generate_audio ? 2.4 : 1.2),
});
