import { z } from "zod";
import type { InputRule } from "../declare";

const channel = (title: string) => z.int().min(0).max(255).default(0).meta({ title, description: "0 to 255." });

/** Ideogram's palette: one of its names, or colours with weights. https://fal.ai/models/fal-ai/ideogram/character/api */
export const colorPalette = () =>
  z
    .strictObject({
      name: z
        .literal(["EMBER", "FRESH", "JUNGLE", "MAGIC", "MELON", "MOSAIC", "PASTEL", "ULTRAMARINE"])
        .nullish()
        .meta({ title: "Palette", description: "One of Ideogram's own." }),
      members: z
        .array(
          z.strictObject({
            rgb: z
              .strictObject({ r: channel("Red"), g: channel("Green"), b: channel("Blue") })
              .meta({ title: "Colour", description: "Red, green and blue." }),
            color_weight: z.number().min(0.05).max(1).default(0.5).meta({ title: "Weight", description: "How much of it." }),
          }),
        )
        .nullish()
        .meta({ title: "Colours", description: "Colours of one's own, instead of a palette." }),
    })
    .meta({ title: "Colours", description: "A palette, or colours of one's own.", group: "advanced" });

/** A palette has a name or members. https://fal.ai/models/fal-ai/ideogram/character/api (read 2026-11-26) */
export const onePalette: InputRule = {
  field: "color_palette",
  description: "Choose one of Ideogram's palettes or colours of your own, not both",
  properties: { color_palette: { not: { required: ["name", "members"] } } },
};
