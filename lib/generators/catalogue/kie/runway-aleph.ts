import { defineGenerator, imageInput, modelSeed, optionalAspectRatio, promptFor, videoInput, z } from "@/lib/generators/contract/declare";

export const runwayAleph = defineGenerator({
  provider: "kie",
  name: "kie-runway-aleph",
  title: "Runway Aleph (Kie)",
  description: "Edit a video with a prompt with Runway Aleph, on Kie.",
  vendor: "Runway",
  task: "video-to-video",
  artifactType: "video",
  endpoint: "aleph",
  source: {
    page: "https://docs.kie.ai/runway-api/generate-aleph-video",
    readOn: "2026-11-25",
    unverified: "Runway ended this Aleph on its own API on 30 July 2026; whether Kie goes on with it is not known",
  },
  input: z.object({
    prompt: promptFor("Describe what to change.", { max: 5000 }),
    video_source: videoInput({ title: "Video", description: "The video to edit.", wire: "videoUrl" }),
    reference_image: imageInput({ title: "Reference image", description: "An image of the look to aim for.", wire: "referenceImage" }).nullish(),
    aspect_ratio: optionalAspectRatio(["16:9", "9:16", "4:3", "3:4", "1:1", "21:9"], "aspectRatio"),
    seed: modelSeed(),
  }),
  output: "response.resultVideoUrl",
  costUsd: () => 0.55,
});
