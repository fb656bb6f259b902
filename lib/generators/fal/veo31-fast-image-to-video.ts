import { aspectRatio, defineGenerator, imageInput, z } from "../declare";
import { veoFastCost } from "./veo-cost";
import { veoFromPicturesFields } from "./veo-from-pictures-fields";

export const veo31FastImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-fast-image-to-video",
  title: "Veo 3.1 Fast from a picture",
  description: "Sets a picture in motion. Veo 3.1 Fast by Google, at fal.",
  vendor: "Google",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/fast/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/fast/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    ...veoFromPicturesFields,
    image: imageInput({ title: "Picture", description: "What to begin with.", wire: "image_url" }),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "auto"),
  }),
  output: "video.url",
  costUsd: veoFastCost,
});
