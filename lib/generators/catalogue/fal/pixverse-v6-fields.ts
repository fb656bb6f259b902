import { flag, modelSeed, negativePrompt, optionalChoice, resolution, seconds } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. https://fal.ai/models/fal-ai/pixverse/v6/text-to-video/llms.txt */
export const pixverseV6Fields = {
  resolution: resolution(["360p", "540p", "720p", "1080p"], "720p"),
  duration: seconds(1, 15, 5),
  generate_audio_switch: flag(false, { title: "Audio", description: "Generates music, sound effects and dialogue." }),
  generate_multi_clip_switch: flag(false, { title: "Multiple shots", description: "Lets the video cut between shots." }),
  style: optionalChoice(["anime", "3d_animation", "clay", "comic", "cyberpunk"], { title: "Style", description: "The visual style." }),
  thinking_type: optionalChoice(["enabled", "disabled", "auto"], {
    title: "Enhance prompt",
    description: "Whether the model rewrites your prompt.",
    isAdvanced: true,
  }),
  negative_prompt: negativePrompt(""),
  seed: modelSeed(),
};

interface PixverseV6Inputs {
  resolution: "360p" | "540p" | "720p" | "1080p";
  duration: number;
  generate_audio_switch: boolean;
}

const silent = { "360p": 0.025, "540p": 0.035, "720p": 0.045, "1080p": 0.09 };
const withAudio = { "360p": 0.035, "540p": 0.045, "720p": 0.06, "1080p": 0.115 };

/** US dollars by the second of video. */
export const pixverseV6Cost = ({ resolution, duration, generate_audio_switch }: PixverseV6Inputs) =>
  duration * (generate_audio_switch ? withAudio : silent)[resolution];
