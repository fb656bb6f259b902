import * as z from "zod";
import type { InputRule } from "@/lib/generators/contract/declare";

const channel = (title: string) => z.int().min(0).max(255).default(0).meta({ title, description: "0 to 255." });

/** Ideogram's palette: one of its names, or colors with weights. https://fal.ai/models/fal-ai/ideogram/character/api */
export const colorPalette = () =>
  z
    .strictObject({
      name: z
        .literal(["EMBER", "FRESH", "JUNGLE", "MAGIC", "MELON", "MOSAIC", "PASTEL", "ULTRAMARINE"])
        .nullish()
        .meta({ title: "Palette", description: "One of Ideogram's presets." }),
      members: z
        .array(
          z.strictObject({
            rgb: z
              .strictObject({ r: channel("Red"), g: channel("Green"), b: channel("Blue") })
              .meta({ title: "Color", description: "Red, green and blue values." }),
            color_weight: z.number().min(0.05).max(1).default(0.5).meta({ title: "Weight", description: "How strongly to use the color." }),
          }),
        )
        .nullish()
        .meta({ title: "Colors", description: "Your own colors, instead of a preset." }),
    })
    .meta({ title: "Color palette", description: "A preset palette or your own colors.", group: "advanced" });

/** A palette has a name or members. https://fal.ai/models/fal-ai/ideogram/character/api (read 2026-11-26) */
export const onePalette: InputRule = {
  field: "color_palette",
  description: "Choose a preset palette or your own colors, not both",
  properties: { color_palette: { not: { required: ["name", "members"] } } },
};
