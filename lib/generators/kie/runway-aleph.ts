import { defineGenerator, imageInput, modelSeed, optionalAspectRatio, promptFor, videoInput, z } from "../declare";

export const runwayAleph = defineGenerator({
  provider: "kie",
  name: "kie-runway-aleph",
  title: "Runway Aleph (Kie)",
  description: "Changes a video as the prompt says. Runway Aleph by Runway, at Kie.",
  vendor: "Runway",
  task: "video-to-video",
  artifactType: "video",
  endpoint: "aleph",
  source: { page: "https://docs.kie.ai/runway-api/generate-aleph-video", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What to change, and how.", { max: 5000 }),
    video_source: videoInput({ title: "Video", description: "What to work on.", wire: "videoUrl" }),
    reference_image: imageInput({ title: "Reference", description: "A picture of the look.", wire: "referenceImage" }).nullish(),
    aspect_ratio: optionalAspectRatio(["16:9", "9:16", "4:3", "3:4", "1:1", "21:9"], "aspectRatio"),
    seed: modelSeed(),
  }),
  output: "response.resultVideoUrl",
  costUsd: () => 0.55,
});
