import { choice, duration, generateAudio, resolution } from "../model-fields";
import { videoPrompt } from "./video-fields";

/** What the models of this family have in common. */
export const ltxFields = {
  prompt: videoPrompt({ max: 5000 }),
  duration: duration([6, 8, 10], 6),
  resolution: resolution(["1080p", "1440p", "2160p"], "1080p"),
  fps: choice([24, 25, 48, 50], 25, { title: "Frames per second", description: "Higher looks smoother.", isAdvanced: true }),
  generate_audio: generateAudio(),
};
