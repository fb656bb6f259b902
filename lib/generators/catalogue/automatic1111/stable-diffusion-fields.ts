import { decimal, modelSeed, negativePrompt, numImages, optionalWords, whole, wordsOr, z } from "@/lib/generators/contract/declare";

const side = (title: string) => z.int().min(64).max(2048).multipleOf(8).default(512).meta({ title, description: "In pixels, in steps of 8." });

/** What text to image and image to image have in common. */
export const stableDiffusionFields = {
  width: side("Width"),
  height: side("Height"),
  num_images: numImages(8).meta({ wire: "n_iter" }),
  negative_prompt: negativePrompt(null),
  steps: whole(1, 150, 20, { title: "Steps", description: "More steps add detail but take longer.", isAdvanced: true }),
  cfg_scale: decimal(1, 30, 7, { title: "Guidance scale", description: "How closely to follow the prompt.", isAdvanced: true }),
  sampler_name: wordsOr("Euler a", { title: "Sampler", description: "Name of the sampler as your server lists it.", isAdvanced: true }, 100),
  scheduler: optionalWords(
    { title: "Scheduler", description: "Name of the scheduler as your server lists it. Leave empty to let it choose.", isAdvanced: true },
    100,
  ),
  seed: modelSeed({ min: 0, max: 4_294_967_295 }),
  checkpoint: optionalWords(
    {
      title: "Checkpoint",
      description: "Name of the checkpoint as your server lists it. Leave empty for the one that is loaded.",
      wire: "override_settings.sd_model_checkpoint",
      isAdvanced: true,
    },
    300,
  ),
};
