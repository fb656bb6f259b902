import { aspectRatio, defineGenerator, imageInput, z } from "../declare";
import { ltxFields } from "./ltx-fields";

export const ltx23ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-23-image-to-video",
  title: "LTX 2.3 from a picture",
  description: "Sets a picture in motion. LTX 2.3 by Lightricks, at fal.",
  vendor: "Lightricks",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/ltx-2.3/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/ltx-2.3/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    ...ltxFields,
    image: imageInput({ title: "Picture", description: "What to begin with.", wire: "image_url" }),
    end_image: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "end_image_url" }).nullish(),
    aspect_ratio: aspectRatio(["auto", "16:9", "9:16"], "auto"),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => duration * { "1080p": 0.06, "1440p": 0.12, "2160p": 0.24 }[resolution],
});
