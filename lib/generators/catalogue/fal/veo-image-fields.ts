import { duration, generateAudio, resolution } from "@/lib/generators/contract/model-fields";
import { videoPrompt } from "./video-fields";

/** What the models of this family have in common. */
export const veoImageFields = {
  prompt: videoPrompt(),
  duration: duration(["4s", "6s", "8s"], "8s"),
  generate_audio: generateAudio(),
  resolution: resolution(["720p", "1080p", "4k"], "720p"),
};
