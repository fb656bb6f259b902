import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { ltx25ProCost, ltx25ProFields } from "./ltx-25-fields";
import { framesPerSecond } from "./ltx-fields";
import { firstFrame, lastFrame, videoPrompt } from "./video-fields";

export const ltx25ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-25-pro-image-to-video",
  title: "LTX 2.5 Pro Image to Video",
  description: "Animate an image, with audio, using Lightricks' LTX 2.5 Pro, on fal.",
  vendor: "Lightricks",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "lightricks/ltx-2.5/image-to-video/pro",
  source: { page: "https://fal.ai/models/lightricks/ltx-2.5/image-to-video/pro/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    image: firstFrame("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    aspect_ratio: aspectRatio(["auto", "16:9", "9:16"], "auto"),
    ...ltx25ProFields,
    fps: framesPerSecond([24, 25, 50]),
  }),
  output: "video.url",
  costUsd: ltx25ProCost,
});
