import type { OverlayOptions } from "sharp";
import * as z from "zod";
import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { color, imageInputs } from "@/lib/generators/contract/fields";
import { say } from "@/lib/messages/say";
import { loadSharp } from "./media";

export const collage = defineGenerator({
  provider: "local",
  name: "collage",
  title: "Collage",
  description: "Combines two to nine images into one. Runs on this server, without AI.",
  artifactType: "image",
  input: z.object({
    images: imageInputs({ title: "Images", description: "In reading order.", min: 2, max: 9 }),
    layout: z.enum(["grid", "row", "column"]).default("grid").meta({ title: "Layout", description: "How the images are arranged." }),
    cell_size: z
      .int()
      .min(128)
      .max(1024)
      .multipleOf(8)
      .default(512)
      .meta({ title: "Cell size", description: "Width and height of each cell, in pixels." }),
    gap: z.int().min(0).max(100).default(16).meta({ title: "Gap", description: "Space between and around the images, in pixels." }),
    is_cropped: z
      .boolean()
      .default(true)
      .meta({ title: "Crop to fill", description: "Crops images to fill their cells instead of fitting them inside." }),
    background: color("#f6ead7", { title: "Background", description: "Color behind the images." }),
  }),
  costUsd: () => 0,
  async run({ images, layout, cell_size: cell, gap, is_cropped, background }, context) {
    const sharp = await loadSharp();
    const columns = { grid: Math.ceil(Math.sqrt(images.length)), row: images.length, column: 1 }[layout];
    const rows = Math.ceil(images.length / columns);
    const cells: OverlayOptions[] = [];
    for (const [index, id] of images.entries()) {
      await context.publishProgress(index / images.length, say("reasons.local.placing", { number: index + 1, count: images.length }));
      const { path } = await context.resolveImage(id);
      const image = sharp(path).resize({ width: cell, height: cell, fit: is_cropped ? "cover" : "contain", background });
      const position = (place: number) => gap + place * (cell + gap);
      cells.push({
        input: await image.png({ compressionLevel: 1 }).toBuffer(),
        left: position(index % columns),
        top: position(Math.floor(index / columns)),
      });
    }
    const size = (count: number) => gap + count * (cell + gap);
    const sheet = sharp({ create: { width: size(columns), height: size(rows), channels: 3, background } });
    await context.storeImage(await sheet.composite(cells).png().toBuffer());
  },
});
