import { defineGenerator, flag, imageInput, videoInput, whole, z } from "../declare";
import { firstFrameFields, runwayFields } from "./runway-fields";

export const actTwo = defineGenerator({
  provider: "runway",
  name: "runway-act-two",
  title: "Act-Two",
  description: "Lets a character in a picture move and speak like the person in a video, with Act-Two at Runway.",
  vendor: "Runway",
  task: "motion-control",
  artifactType: "video",
  endpoint: "character_performance",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-25" },
  input: z.object({
    character: imageInput({ title: "Character", description: "A picture in which the whole face can be seen.", wire: "character.uri" }),
    performance: videoInput({ title: "Performance", description: "Somebody who acts, 3 to 30 seconds long.", wire: "reference.uri" }),
    ratio: firstFrameFields.ratio,
    body_control: flag(true, { title: "Body", description: "Takes over gestures too, not only the face.", wire: "bodyControl" }),
    expression_intensity: whole(1, 5, 3, { title: "Expression", description: "5 is the strongest.", wire: "expressionIntensity" }),
    ...runwayFields,
  }),
  constants: { model: "act_two", "character.type": "image", "reference.type": "video" },
  output: "output[]",
  costUsd: ({ performance }, facts) => Math.max(facts.seconds(performance, 10), 3) * 0.05,
});
