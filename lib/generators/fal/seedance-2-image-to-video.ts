import { defineGenerator, imageInput, promptFor, z } from "../declare";
import { seedance2Cost, seedance2Fields } from "./seedance-2-fields";

export const seedance2ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-seedance-2-image-to-video",
  title: "Seedance 2 from a picture",
  description: "Sets a picture in motion, with sound, with Seedance 2 by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.0/image-to-video",
  source: { page: "https://fal.ai/models/bytedance/seedance-2.0/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    image: imageInput({ title: "First frame", description: "What the video begins with.", wire: "image_url" }),
    end_image: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "end_image_url" }).nullish(),
    ...seedance2Fields,
  }),
  output: "video.url",
  costUsd: seedance2Cost,
});
