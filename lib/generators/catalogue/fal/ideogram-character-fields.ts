import { choice, flag, imageInputs, modelSeed, numImages, syncMode, z } from "@/lib/generators/contract/declare";
import { colorPalette } from "./ideogram-fields";

/** What the models of this family have in common. */
export const ideogramCharacterFields = {
  reference_image_urls: imageInputs({
    title: "Character reference",
    description: "An image of the character. The model uses only the first.",
    max: 10,
  }),
  style: choice(["AUTO", "REALISTIC", "FICTION"], "AUTO", { title: "Style", description: "Visual style of the image." }),
  expand_prompt: flag(true, { title: "Prompt expansion", description: "Adds detail to your prompt before generating.", isAdvanced: true }),
  rendering_speed: choice(["TURBO", "BALANCED", "QUALITY"], "BALANCED", {
    title: "Rendering speed",
    description: "Slower is higher quality and costs more.",
  }),
  num_images: numImages(8),
  sync_mode: syncMode(),
  seed: modelSeed(),
  reference_mask_urls: imageInputs({
    title: "Character mask",
    description: "Marks the character in the reference image. The model uses only the first.",
    max: 10,
  }).nullish(),
  image_urls: imageInputs({ title: "Style references", description: "Images whose style to follow, up to 10 MB in total.", max: 10 }).nullish(),
  style_codes: z
    .array(z.string().regex(/^[0-9a-fA-F]{8}$/, "takes eight hexadecimal digits"))
    .nullish()
    .meta({ title: "Style codes", description: "Ideogram style codes of eight hexadecimal digits.", group: "advanced" }),
  color_palette: colorPalette().nullish(),
};
