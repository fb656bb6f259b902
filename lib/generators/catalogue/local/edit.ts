import type { Sharp } from "sharp";
import * as z from "zod";
import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { color, imageInput } from "@/lib/generators/contract/fields";
import { say } from "@/lib/messages/say";
import { loadSharp } from "./media";

const input = z.object({
  image: imageInput({ title: "Image", description: "The image to edit." }),
  operation: z
    .enum(["crop", "rotate", "flip", "blur", "sharpen", "grey", "tint", "convert"])
    .default("crop")
    .meta({ title: "Operation", description: "Each operation uses only its own settings below." }),
  crop_left: z.number().min(0).max(0.95).default(0.1).meta({ title: "Crop left", description: "Fraction of the width to remove on the left." }),
  crop_top: z.number().min(0).max(0.95).default(0.1).meta({ title: "Crop top", description: "Fraction of the height to remove at the top." }),
  crop_width: z.number().min(0.05).max(1).default(0.8).meta({ title: "Crop width", description: "Fraction of the width to keep." }),
  crop_height: z.number().min(0.05).max(1).default(0.8).meta({ title: "Crop height", description: "Fraction of the height to keep." }),
  angle: z
    .union([z.literal(90), z.literal(180), z.literal(270)])
    .default(90)
    .meta({ title: "Rotation", description: "Degrees, clockwise." }),
  is_vertical: z.boolean().default(false).meta({ title: "Flip vertically", description: "Flips top to bottom instead of left to right." }),
  strength: z.number().min(0.3).max(50).default(4).meta({ title: "Strength", description: "Blur or sharpen radius, in pixels." }),
  color: color("#b5446e", { title: "Tint", description: "Color of the tint." }),
  format: z.enum(["png", "jpeg", "webp"]).default("png").meta({ title: "Format", description: "File format of the result." }),
});

type Inputs = z.output<typeof input>;

const operations: Record<Inputs["operation"], (image: Sharp, inputs: Inputs, size: { width: number; height: number }) => Sharp> = {
  crop: (image, inputs, { width, height }) => {
    const left = Math.floor(inputs.crop_left * width);
    const top = Math.floor(inputs.crop_top * height);
    const within = (share: number, whole: number, start: number) => Math.max(1, Math.min(Math.round(share * whole), whole - start));
    return image.extract({ left, top, width: within(inputs.crop_width, width, left), height: within(inputs.crop_height, height, top) });
  },
  rotate: (image, { angle }) => image.rotate(angle),
  flip: (image, { is_vertical }) => (is_vertical ? image.flip() : image.flop()),
  blur: (image, { strength }) => image.blur(strength),
  sharpen: (image, { strength }) => image.sharpen({ sigma: Math.min(strength, 10) }),
  grey: (image) => image.greyscale(),
  tint: (image, inputs) => image.tint(inputs.color),
  convert: (image) => image,
};

export const edit = defineGenerator({
  provider: "local",
  name: "edit",
  title: "Edit image",
  description: "Crops, rotates, flips, blurs, sharpens, tints or converts an image. Runs on this server, without AI.",
  artifactType: "image",
  input,
  costUsd: () => 0,
  async run(inputs, context) {
    // Upright, so that left and top mean what the user sees.
    const { path, ...size } = await context.resolveImage(inputs.image);
    await context.publishProgress(0.5, say("reasons.local.editing"));
    const changed = operations[inputs.operation]((await loadSharp())(path), inputs, size);
    await context.storeImage(await changed.toFormat(inputs.format).toBuffer());
  },
});
