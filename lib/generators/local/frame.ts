import { VideoSampleSink } from "mediabunny";
import sharp from "sharp";
import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { videoInput } from "../fields";
import { openMedia } from "./media";

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
    const { path } = await context.resolveArtifact(inputs.video);
    using input = openMedia(path);
    const track = await input.getPrimaryVideoTrack();
    if (!track || !(await track.canDecode())) throw new Error("The video cannot be decoded");
    const [first, end] = [await track.getFirstTimestamp(), await track.computeDuration()];
    if (inputs.position === "second" && inputs.second >= end)
      throw new Error(`The video ends after ${end.toFixed(2)} seconds; choose an earlier one.`);
    const timestamp = { first, last: Number.POSITIVE_INFINITY, second: Math.max(first, inputs.second) }[inputs.position];
    using sample = await new VideoSampleSink(track).getSample(timestamp);
    if (!sample) throw new Error("The video has no picture there");
    const pixels = new Uint8Array(sample.allocationSize({ format: "RGBA" }));
    await sample.copyTo(pixels, { format: "RGBA" });
    const raw = sharp(pixels, { raw: { width: sample.codedWidth, height: sample.codedHeight, channels: 4 } });
    await context.storeImage(await raw.rotate(sample.rotation).removeAlpha().png().toBuffer());
  },
});
