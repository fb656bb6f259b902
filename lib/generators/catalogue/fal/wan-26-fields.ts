import { has } from "@/lib/generators/contract/input-rules";
import { duration, flag, modelSeed, negativePrompt, promptExpansion, resolution, safetyChecker } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const wan26Fields = {
  resolution: resolution(["720p", "1080p"], "1080p"),
  duration: duration(["5", "10", "15"], "5"),
  multi_shots: flag(true, {
    title: "Multiple shots",
    description: "Lets the video cut between shots.",
    isAdvanced: true,
    visibleWhen: has("enable_prompt_expansion", true),
  }),
  negative_prompt: negativePrompt(null, { max: 500 }),
  enable_prompt_expansion: promptExpansion(true),
  enable_safety_checker: safetyChecker(),
  seed: modelSeed(),
};
