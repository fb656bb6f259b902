import { decimal, modelSeed, negativePrompt, numImages, optionalWords, whole, wordsOr, z } from "../declare";

const side = (title: string) => z.int().min(64).max(2048).multipleOf(8).default(512).meta({ title, description: "In pixels, a multiple of 8." });

/** What a picture from words and one from a picture have in common. */
export const stableDiffusionFields = {
  width: side("Width"),
  height: side("Height"),
  num_images: numImages(8).meta({ wire: "n_iter" }),
  negative_prompt: negativePrompt(null),
  steps: whole(1, 150, 20, { title: "Steps", description: "More steps take longer and show more detail.", isAdvanced: true }),
  cfg_scale: decimal(1, 30, 7, { title: "Guidance", description: "How closely the prompt is followed.", isAdvanced: true }),
  sampler_name: wordsOr("Euler a", { title: "Sampler", description: "By the name that the server shows.", isAdvanced: true }, 100),
  scheduler: optionalWords({ title: "Schedule", description: "By the name that the server shows; empty lets it choose.", isAdvanced: true }, 100),
  seed: modelSeed({ min: 0, max: 4_294_967_295 }),
  checkpoint: optionalWords(
    {
      title: "Checkpoint",
      description: "By the name that the server shows; empty takes the one that is loaded.",
      wire: "override_settings.sd_model_checkpoint",
      isAdvanced: true,
    },
    300,
  ),
};
