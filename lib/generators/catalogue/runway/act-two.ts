import { defineGenerator, flag, imageInput, videoInput, whole, z } from "@/lib/generators/contract/declare";
import { firstFrameFields, runwayFields } from "./runway-fields";

export const actTwo = defineGenerator({
  provider: "runway",
  name: "runway-act-two",
  title: "Act-Two",
  description: "Animate a character with the performance in a video with Act-Two, on Runway.",
  vendor: "Runway",
  task: "motion-control",
  artifactType: "video",
  endpoint: "character_performance",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    character: imageInput({ title: "Character", description: "An image with the whole face visible.", wire: "character.uri" }),
    performance: videoInput({ title: "Performance", description: "A video of someone acting, 3 to 30 seconds long.", wire: "reference.uri" }),
    ratio: firstFrameFields.ratio,
    body_control: flag(true, { title: "Body control", description: "Transfers gestures as well as the face.", wire: "bodyControl" }),
    expression_intensity: whole(1, 5, 3, { title: "Expression intensity", description: "5 is the strongest.", wire: "expressionIntensity" }),
    ...runwayFields,
  }),
  constants: { model: "act_two", "character.type": "image", "reference.type": "video" },
  output: "output[]",
  costUsd: ({ performance }, facts) => Math.max(facts.seconds(performance, 10), 3) * 0.05,
});
