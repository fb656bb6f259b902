import { audioInput, modelSeed, negativePrompt, promptExpansion, resolution, safetyChecker } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

/** What the models of this family have in common. */
export const wan25Fields = {
  prompt: videoPrompt({ max: 800 }),
  resolution: resolution(["480p", "720p", "1080p"], "1080p"),
  audio_url: audioInput({ title: "Audio", description: "Background music or speech for the video." }).nullish(),
  seed: modelSeed(),
  negative_prompt: negativePrompt(null, { max: 500 }),
  enable_prompt_expansion: promptExpansion(true),
  enable_safety_checker: safetyChecker(),
};
