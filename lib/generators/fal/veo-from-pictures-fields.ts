import { duration, generateAudio, promptFor, resolution } from "../model-fields";

/** What the models of this family have in common. */
export const veoFromPicturesFields = {
  prompt: promptFor("What happens in the video."),
  duration: duration(["4s", "6s", "8s"], "8s"),
  generate_audio: generateAudio(),
  resolution: resolution(["720p", "1080p", "4k"], "720p"),
};
