import { imageInputs } from "../fields";
import { choice, numImages } from "../model-fields";

/** What the models of this family have in common. */
export const gptImageFields = {
  image_urls: imageInputs({ title: "Pictures", description: "What to work on.", max: 16 }),
  num_images: numImages(4),
  image_size: choice(["auto", "1024x1024", "1536x1024", "1024x1536"], "auto", { title: "Size", description: "Shape and size of the picture." }),
};
