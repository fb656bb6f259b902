import * as z from "zod";
import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { imageInput } from "@/lib/generators/contract/fields";
import { say } from "@/lib/messages/say";
import { loadSharp } from "./media";

const maximumPixels = 64_000_000;

export const upscale = defineGenerator({
  provider: "local",
  name: "upscale",
  title: "Upscale",
  description: "Enlarges an image with Lanczos resampling, adding no new detail. Runs on this server, without AI.",
  artifactType: "image",
  input: z.object({
    image: imageInput({ title: "Image", description: "The image to upscale." }),
    factor: z
      .union([z.literal(2), z.literal(3), z.literal(4)])
      .default(2)
      .meta({ title: "Scale", description: "How many times wider and taller." }),
    sharpen: z.boolean().default(true).meta({ title: "Sharpen", description: "Sharpens the result slightly." }),
  }),
  costUsd: () => 0,
  async run(inputs, context) {
    const image = await context.resolveImage(inputs.image);
    const [width, height] = [image.width * inputs.factor, image.height * inputs.factor];
    if (width * height > maximumPixels) throw new Error(say("reasons.local.tooManyPixels", { width, height, limit: maximumPixels / 1e6 }));
    await context.publishProgress(0.2, say("reasons.local.enlarging", { width, height }));
    const larger = (await loadSharp())(image.path).resize({ width, height, kernel: "lanczos3", fit: "fill" });
    await context.storeImage(await (inputs.sharpen ? larger.sharpen({ sigma: 0.8 }) : larger).png().toBuffer());
  },
});
