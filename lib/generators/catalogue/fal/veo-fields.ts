import { duration, flag, generateAudio, modelSeed, negativePrompt, unused } from "@/lib/generators/contract/model-fields";
import { videoPrompt } from "./video-fields";

/** What the models of this family have in common. */
export const veoFields = {
  prompt: videoPrompt(),
  duration: duration(["4s", "6s", "8s"], "8s"),
  generate_audio: generateAudio(),
  enhance_prompt: flag(true, { ...unused, title: "Enhance prompt" }),
  auto_fix: flag(true, {
    title: "Auto-fix prompt",
    description: "Rewrites prompts that would be refused by the content policy.",
    isAdvanced: true,
  }),
  seed: modelSeed(),
  negative_prompt: negativePrompt(null),
};
