import { duration, flag, generateAudio, modelSeed, negativePrompt, promptFor, resolution } from "../model-fields";

/** What the models of this family have in common. */
export const veoFields = {
  prompt: promptFor("What happens in the video."),
  duration: duration(["4s", "6s", "8s"], "8s"),
  resolution: resolution(["720p", "1080p"], "720p"),
  generate_audio: generateAudio(),
  enhance_prompt: flag(true, { title: "Enhance the prompt", description: "Lets the provider improve the prompt.", isAdvanced: true }),
  auto_fix: flag(true, {
    title: "Rewrite refused prompts",
    description: "Lets the provider rewrite a prompt that its policy would refuse.",
    isAdvanced: true,
  }),
  seed: modelSeed(),
  negative_prompt: negativePrompt(null),
};
