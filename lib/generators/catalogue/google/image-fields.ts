import { choice, imageInputs, promptFor } from "@/lib/generators/contract/declare";

/** The ratios that every image model here makes. */
export const usualRatios = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"] as const;

/** Width to height; `auto` lets the model follow the images or the prompt. */
export const imageRatio = <const Ratio extends string>(ratios: readonly Ratio[]) =>
  choice(["auto", ...ratios], "auto", {
    title: "Aspect ratio",
    description: "Width to height. Auto follows the images or the prompt.",
    wire: "config.imageConfig.aspectRatio",
    omit: ["auto"],
  });

/** What the image models have in common: one generator makes and edits. */
export const imageFields = {
  prompt: promptFor("Describe the image. With images, describe what to change or combine.", { max: 50_000 }),
  images: imageInputs({ title: "Images", description: "Images to edit or combine, up to 14.", min: 1, max: 14 }).nullish(),
};
