import { choice, duration, generateAudio, resolution } from "@/lib/generators/contract/model-fields";
import { videoPrompt } from "./video-fields";

export const framesPerSecond = <const Value extends number>(values: readonly Value[]) =>
  choice<Value | 25>(values, 25, { title: "Frames per second", description: "Higher looks smoother.", isAdvanced: true });

/** What the models of this family have in common. */
export const ltxFields = {
  prompt: videoPrompt({ max: 5000 }),
  duration: duration([6, 8, 10], 6),
  resolution: resolution(["1080p", "1440p", "2160p"], "1080p"),
  fps: framesPerSecond([24, 25, 48, 50]),
  generate_audio: generateAudio(),
};
