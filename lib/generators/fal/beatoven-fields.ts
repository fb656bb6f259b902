import { decimal, modelSeed, promptFor } from "../model-fields";

/** What the models of this family have in common. */
export const beatovenFields = {
  prompt: promptFor("What it sounds like."),
  creativity: decimal(1, 20, 16, { title: "Creativity", description: "How freely the prompt is read.", isAdvanced: true }),
  seed: modelSeed({ min: 0, max: 2147483647 }),
};
