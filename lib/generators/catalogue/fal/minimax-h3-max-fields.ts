import { choice, modelSeed, resolution, safetyChecker, seconds } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. https://fal.ai/models/minimax/h3-max/text-to-video/llms.txt */
export const minimaxH3MaxFields = {
  resolution: resolution(["480P", "768P"], "768P"),
  duration: seconds(5, 15, 5),
  prompt_expansion_mode: choice(["balanced", "quality"], "balanced", {
    title: "Prompt expansion",
    description: "Quality spends up to 30 seconds on rewriting your prompt.",
    isAdvanced: true,
  }),
  seed: modelSeed(),
  enable_safety_checker: safetyChecker(),
};

/** US dollars by the second of video, as from the end of the launch discount on 30 September 2026. */
export const minimaxH3MaxCost = ({ resolution, duration }: { resolution: "480P" | "768P"; duration: number }) =>
  duration * { "480P": 0.05, "768P": 0.08 }[resolution];
