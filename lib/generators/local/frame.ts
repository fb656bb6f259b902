import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { videoInput } from "../fields";

export const frame = defineGenerator({
  provider: "local",
  name: "frame",
  title: "Frame",
  description: "Takes one picture out of a video: the first, the last, or the one at a second of your choice.",
  artifactType: "image",
  input: z.object({
    video: videoInput({ title: "Video", description: "Where the picture comes from." }),
    position: z.enum(["first", "last", "second"]).default("first").meta({ title: "Position", description: "Which picture to take." }),
    second: z.number().min(0).default(1).meta({ title: "Second", description: "Used with the position “second”." }),
  }),
  costUsd: () => 0,
  async run(inputs, context) {
    const { path } = await context.resolveFrame(inputs.video, inputs.position === "second" ? inputs.second : inputs.position);
    await context.storeImage({ path });
  },
});
