import { duration, flag, generateAudio, modelSeed, negativePrompt, promptFor, unused } from "../model-fields";

/** What the models of this family have in common. */
export const veoFields = {
  prompt: promptFor("What happens in the video."),
  duration: duration(["4s", "6s", "8s"], "8s"),
  generate_audio: generateAudio(),
  enhance_prompt: flag(true, { ...unused, title: "Enhance the prompt" }),
  auto_fix: flag(true, {
    title: "Rewrite refused prompts",
    description: "Lets the provider rewrite a prompt that its policy would refuse.",
    isAdvanced: true,
  }),
  seed: modelSeed(),
  negative_prompt: negativePrompt(null),
};
