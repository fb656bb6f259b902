import { decimal, modelSeed, promptFor } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const beatovenFields = {
  prompt: promptFor("Describe the sound you want."),
  creativity: decimal(1, 20, 16, { title: "Creativity", description: "Higher strays further from the prompt.", isAdvanced: true }),
  seed: modelSeed({ min: 0, max: 2147483647 }),
};
