import { flag, imageInput, optionalWords, requiredChoice, videoInput } from "@/lib/generators/contract/declare";

/** What the models of this family have in common. */
export const klingMotionFields = {
  image_url: imageInput({ title: "Character", description: "An image of the character to animate." }),
  video_url: videoInput({ title: "Motion reference", description: "The video to take the motion from." }),
  character_orientation: requiredChoice(["image", "video"], {
    title: "Orientation",
    description: "Follow the image (up to 10 seconds) or the video (up to 30 seconds).",
  }),
  prompt: optionalWords({ title: "Prompt", description: "Describe the video: subject, action, camera and mood.", format: "textarea" }, 2500),
  keep_original_sound: flag(true, { title: "Keep original audio", description: "Uses the audio of the motion reference." }),
};
