import { choice, modelSeed, resolution, safetyChecker, seconds } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. https://fal.ai/models/minimax/h3/text-to-video/llms.txt */
export const minimaxH3Fields = {
  resolution: resolution(["480P", "768P", "2K", "4K"], "2K"),
  duration: seconds(5, 15, 5),
  seed: modelSeed(),
  enable_safety_checker: safetyChecker(),
};
export const minimaxH3Ratios = ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"] as const;

/** How much effort goes into rewriting the prompt. */
export const promptExpansionMode = () =>
  choice(["fast", "balanced", "quality"], "balanced", {
    title: "Prompt expansion",
    description: "Quality spends up to 30 seconds on rewriting your prompt.",
    isAdvanced: true,
  });

interface MinimaxH3Inputs {
  resolution: "480P" | "768P" | "2K" | "4K";
  duration: number;
}

/** US dollars by the second of video. */
export const minimaxH3Cost = ({ resolution, duration }: MinimaxH3Inputs) =>
  duration * { "480P": 0.05, "768P": 0.06, "2K": 0.13, "4K": 0.16 }[resolution];
