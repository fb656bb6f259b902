import { flag, imageInput, optionalWords, requiredChoice, videoInput } from "../declare";

/** What the models of this family have in common. */
export const klingMotionFields = {
  image_url: imageInput({ title: "Figure", description: "Who moves." }),
  video_url: videoInput({ title: "Motion", description: "How the figure moves." }),
  character_orientation: requiredChoice(["image", "video"], {
    title: "Orientation",
    description: "Whether the figure faces as in the picture or as in the video.",
  }),
  prompt: optionalWords({ title: "Prompt", description: "What happens in the video.", format: "textarea" }, 2500),
  keep_original_sound: flag(true, { title: "Keep the sound", description: "Of the video." }),
};
