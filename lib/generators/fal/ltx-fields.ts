import { choice, duration, generateAudio, promptFor, resolution } from "../model-fields";

/** What the models of this family have in common. */
export const ltxFields = {
  prompt: promptFor("What happens in the video.", { max: 5000 }),
  duration: duration([6, 8, 10], 6),
  resolution: resolution(["1080p", "1440p", "2160p"], "1080p"),
  fps: choice([24, 25, 48, 50], 25, { title: "Frames a second", description: "More look smoother.", isAdvanced: true }),
  generate_audio: generateAudio(),
};
