import { aspectRatio, defineGenerator, imageInput, z } from "../declare";
import { veoCost } from "./veo-cost";
import { veoFromPicturesFields } from "./veo-from-pictures-fields";

export const veo31ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-image-to-video",
  title: "Veo 3.1 from a picture",
  description: "Sets a picture in motion. Veo 3.1 by Google, at fal.",
  vendor: "Google",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    ...veoFromPicturesFields,
    image: imageInput({ title: "Picture", description: "What to begin with.", wire: "image_url" }),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "16:9"),
  }),
  output: "video.url",
  costUsd: veoCost,
});
