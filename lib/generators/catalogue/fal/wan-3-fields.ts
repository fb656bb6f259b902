import {
  aspectRatio,
  flag,
  generateAudio,
  modelSeed,
  promptExpansion,
  resolution,
  safetyChecker,
  seconds,
} from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. https://fal.ai/models/alibaba/wan-3.0/text-to-video/llms.txt */
export const wan3Fields = {
  resolution: resolution(["480p", "720p", "1080p"], "1080p"),
  aspect_ratio: aspectRatio(["adaptive", "16:9", "4:3", "1:1", "3:4", "9:16"], "adaptive"),
  duration: seconds(2, 30, 5),
  generate_audio: generateAudio("audio"),
  enable_thinking: flag(false, { title: "Thinking", description: "Reasons about the prompt before generating.", isAdvanced: true }),
  enable_prompt_expansion: promptExpansion(true),
  enable_safety_checker: safetyChecker(),
  seed: modelSeed({ min: 0, max: 2_147_483_647 }),
};

interface Wan3Inputs {
  resolution: "480p" | "720p" | "1080p";
  duration: number;
}

/** US dollars by the second of video. */
export const wan3Cost = ({ resolution, duration }: Wan3Inputs) => duration * { "480p": 0.05, "720p": 0.1, "1080p": 0.2 }[resolution];
/** The same for the faster Prime. */
export const wan3PrimeCost = ({ resolution, duration }: Wan3Inputs) => duration * { "480p": 0.068, "720p": 0.14, "1080p": 0.28 }[resolution];
