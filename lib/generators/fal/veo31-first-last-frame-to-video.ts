import { aspectRatio, defineGenerator, imageInput, z } from "../declare";
import { veoCost } from "./veo-cost";
import { veoFromPicturesFields } from "./veo-from-pictures-fields";

export const veo31FirstLastFrameToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-first-last-frame-to-video",
  title: "Veo 3.1 from first to last frame",
  description: "Makes the video between two pictures. Veo 3.1 by Google, at fal.",
  vendor: "Google",
  task: "first-last-frame-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/first-last-frame-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/first-last-frame-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    ...veoFromPicturesFields,
    first_frame: imageInput({ title: "First frame", description: "What the video begins with.", wire: "first_frame_url" }),
    last_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "last_frame_url" }),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "auto"),
  }),
  output: "video.url",
  costUsd: veoCost,
});
