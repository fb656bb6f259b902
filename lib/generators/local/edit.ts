import sharp, { type Sharp } from "sharp";
import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { colour, imageInput } from "../fields";

const input = z.object({
  image: imageInput({ title: "Image", description: "The picture to change." }),
  operation: z
    .enum(["crop", "rotate", "flip", "blur", "sharpen", "grey", "tint", "convert"])
    .default("crop")
    .meta({ title: "Operation", description: "What to do; each takes only its own settings below." }),
  crop_left: z.number().min(0).max(0.95).default(0.1).meta({ title: "Crop left", description: "Share of the width to cut off at the left." }),
  crop_top: z.number().min(0).max(0.95).default(0.1).meta({ title: "Crop top", description: "Share of the height to cut off at the top." }),
  crop_width: z.number().min(0.05).max(1).default(0.8).meta({ title: "Crop width", description: "Share of the width to keep." }),
  crop_height: z.number().min(0.05).max(1).default(0.8).meta({ title: "Crop height", description: "Share of the height to keep." }),
  angle: z
    .union([z.literal(90), z.literal(180), z.literal(270)])
    .default(90)
    .meta({ title: "Rotation", description: "Degrees, clockwise." }),
  is_vertical: z.boolean().default(false).meta({ title: "Flip upside down", description: "Otherwise left and right change places." }),
  strength: z.number().min(0.3).max(50).default(4).meta({ title: "Strength", description: "Radius of blur or sharpening in pixels." }),
  colour: colour("#b5446e", { title: "Tint", description: "The colour of the tint." }),
  format: z.enum(["png", "jpeg", "webp"]).default("png").meta({ title: "Format", description: "The kind of file to make." }),
});

type Inputs = z.output<typeof input>;

const operations: Record<Inputs["operation"], (picture: Sharp, inputs: Inputs, size: { width: number; height: number }) => Sharp> = {
  crop: (picture, inputs, { width, height }) => {
    const left = Math.floor(inputs.crop_left * width);
    const top = Math.floor(inputs.crop_top * height);
    const within = (share: number, whole: number, start: number) => Math.max(1, Math.min(Math.round(share * whole), whole - start));
    return picture.extract({ left, top, width: within(inputs.crop_width, width, left), height: within(inputs.crop_height, height, top) });
  },
  rotate: (picture, { angle }) => picture.rotate(angle),
  flip: (picture, { is_vertical }) => (is_vertical ? picture.flip() : picture.flop()),
  blur: (picture, { strength }) => picture.blur(strength),
  sharpen: (picture, { strength }) => picture.sharpen({ sigma: Math.min(strength, 10) }),
  grey: (picture) => picture.greyscale(),
  tint: (picture, inputs) => picture.tint(inputs.colour),
  convert: (picture) => picture,
};

export const edit = defineGenerator({
  provider: "local",
  name: "edit",
  title: "Edit",
  description: "Changes a picture on this machine: crop, rotate, flip, blur, sharpen, grey, tint or convert. No AI.",
  artifactType: "image",
  input,
  costUsd: () => 0,
  async run(inputs, context) {
    // Upright, so that left and top mean what the user sees.
    const { path, ...size } = await context.resolveImage(inputs.image);
    await context.publishProgress(0.5, "Changing the picture");
    const changed = operations[inputs.operation](sharp(path), inputs, size);
    await context.storeImage(await changed.toFormat(inputs.format).toBuffer());
  },
});
