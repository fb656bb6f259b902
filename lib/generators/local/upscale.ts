import sharp from "sharp";
import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { imageInput } from "../fields";

const maximumPixels = 64_000_000;

export const upscale = defineGenerator({
  provider: "local",
  name: "upscale",
  title: "Upscale",
  description: "Enlarges a picture with the Lanczos filter on this machine. It stays as sharp as it can and invents nothing; no AI.",
  artifactType: "image",
  input: z.object({
    image: imageInput({ title: "Image", description: "The picture to enlarge." }),
    factor: z
      .union([z.literal(2), z.literal(3), z.literal(4)])
      .default(2)
      .meta({ title: "Factor", description: "How many times wider and higher." }),
    sharpen: z.boolean().default(true).meta({ title: "Sharpen", description: "Sharpen a little afterwards." }),
  }),
  costUsd: () => 0,
  async run(inputs, context) {
    const image = await context.resolveImage(inputs.image);
    const [width, height] = [image.width * inputs.factor, image.height * inputs.factor];
    if (width * height > maximumPixels)
      throw new Error(`The result would have ${width} × ${height} pixels; ${maximumPixels / 1e6} million are the most. Choose a smaller factor.`);
    await context.publishProgress(0.2, `Enlarging to ${width} × ${height}`);
    const larger = sharp(image.path).resize({ width, height, kernel: "lanczos3", fit: "fill" });
    await context.storeImage(await (inputs.sharpen ? larger.sharpen({ sigma: 0.8 }) : larger).png().toBuffer());
  },
});
