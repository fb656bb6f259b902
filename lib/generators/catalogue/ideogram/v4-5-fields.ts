import { choice, flag, modelSeed, numImages } from "@/lib/generators/contract/declare";

/** https://developer.ideogram.ai/api-reference/images/generate/ideogram-4-5 (read 2026-11-26) */
export const ideogramFields = {
  num_images: numImages(8),
  seed: modelSeed({ min: 0, max: 2_147_483_647 }),
  enable_copyright_detection: flag(false, {
    title: "Copyright check",
    description: "Withholds images that show protected characters or logos; takes longer.",
    isAdvanced: true,
  }),
};

/** Higher takes longer and costs more. */
export const quality = <const Value extends string>(values: readonly Value[], defaultValue: NoInfer<Value>) =>
  choice(values, defaultValue, { title: "Quality", description: "Higher takes longer and costs more." });
