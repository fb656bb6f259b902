import * as z from "zod";
import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { videoInput } from "@/lib/generators/contract/fields";

export const frame = defineGenerator({
  provider: "local",
  name: "frame",
  title: "Extract frame",
  description: "Saves one frame of a video as an image: the first, the last, or the one at a given time.",
  artifactType: "image",
  input: z.object({
    video: videoInput({ title: "Video", description: "The video to take the frame from." }),
    position: z.enum(["first", "last", "second"]).default("first").meta({ title: "Position", description: "Which frame to extract." }),
    second: z.number().min(0).default(1).meta({ title: "Time", description: "In seconds, used when the position is “second”." }),
  }),
  costUsd: () => 0,
  async run(inputs, context) {
    const { path } = await context.resolveFrame(inputs.video, inputs.position === "second" ? inputs.second : inputs.position);
    await context.storeImage({ path });
  },
});
