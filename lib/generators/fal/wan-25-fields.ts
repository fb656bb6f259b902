import { audioInput, modelSeed, negativePrompt, promptExpansion, promptFor, resolution, safetyChecker } from "../declare";

/** What the models of this family have in common. */
export const wan25Fields = {
  prompt: promptFor("What happens in the video.", { max: 800 }),
  resolution: resolution(["480p", "720p", "1080p"], "1080p"),
  audio_url: audioInput({ title: "Sound", description: "What is heard." }).nullish(),
  seed: modelSeed(),
  negative_prompt: negativePrompt(null, { max: 500 }),
  enable_prompt_expansion: promptExpansion(true),
  enable_safety_checker: safetyChecker(),
};
