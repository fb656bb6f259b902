import { choice, flag, imageInputs, modelSeed, numImages, syncMode, z } from "../declare";
import { colorPalette } from "./ideogram-fields";

/** What the models of this family have in common. */
export const ideogramCharacterFields = {
  reference_image_urls: imageInputs({ title: "References", description: "Pictures of what should appear.", max: 10 }),
  style: choice(["AUTO", "REALISTIC", "FICTION"], "AUTO", { title: "Style", description: "The look of it." }),
  expand_prompt: flag(true, { title: "Expand the prompt", description: "Lets the provider write the prompt out in more detail.", isAdvanced: true }),
  rendering_speed: choice(["TURBO", "BALANCED", "QUALITY"], "BALANCED", {
    title: "Rendering speed",
    description: "Slower looks better and costs more.",
  }),
  num_images: numImages(8),
  sync_mode: syncMode(),
  seed: modelSeed(),
  reference_mask_urls: imageInputs({ title: "Reference masks", description: "One for each reference.", max: 10 }).nullish(),
  image_urls: imageInputs({ title: "Pictures", description: "What to work on.", max: 10 }).nullish(),
  style_codes: z
    .array(z.string().regex(/^[0-9a-fA-F]{8}$/, "takes eight hexadecimal digits"))
    .nullish()
    .meta({ title: "Style codes", description: "Eight hexadecimal digits each.", group: "advanced" }),
  color_palette: colorPalette().nullish(),
};
