import { choice, hexColor, type Json, modelSeed, numImages, promptFor, z } from "@/lib/generators/contract/declare";

const ratios = ["1:1", "2:1", "1:2", "3:2", "2:3", "4:3", "3:4", "5:4", "4:5", "6:10", "14:10", "10:14", "16:9", "9:16"] as const;
const hex = hexColor();

/** https://www.recraft.ai/docs/api-reference/appendix (read 2026-11-26) */
export const recraftPrompt = () => promptFor("What the image shows.", { max: 10_000 });

/** Width to height; `auto` lets the model follow the prompt. */
export const recraftRatio = () =>
  choice(["auto", ...ratios], "auto", {
    title: "Aspect ratio",
    description: "Width to height; auto follows the prompt.",
    wire: "size",
    omit: ["auto"],
  });

/** What every model of the V4.1 family takes, after the prompt and the size. */
export const recraftFields = {
  n: numImages(6),
  colors: z.array(hex).max(10).nullish().meta({ title: "Colors", description: "Up to 10 colors to prefer, as #1f6feb.", group: "advanced" }),
  background_color: hex.nullish().meta({ title: "Background", description: "The color behind everything.", format: "color", group: "advanced" }),
  random_seed: modelSeed({ min: 0, max: 4_294_967_295 }),
};

/** Colors travel as red, green and blue, among the controls. */
export function withControls({ colors, background_color, ...request }: Record<string, Json>): Record<string, Json> {
  const controls = {
    ...(Array.isArray(colors) ? { colors: colors.map((each) => rgbOf(String(each))) } : {}),
    ...(typeof background_color === "string" ? { background_color: rgbOf(background_color) } : {}),
  };
  return Object.keys(controls).length > 0 ? { ...request, controls } : request;
}

const rgbOf = (color: string) => ({ rgb: [1, 3, 5].map((place) => Number.parseInt(color.slice(place, place + 2), 16)) });
