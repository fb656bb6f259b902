import { aspectRatio, cameraFixed, generateAudio, modelSeed, resolution, safetyChecker, seconds } from "@/lib/generators/contract/model-fields";
import { videoPrompt } from "./video-fields";

/** What the models of this family have in common. */
export const seedanceFields = {
  prompt: videoPrompt(),
  aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "auto"], "16:9"),
  resolution: resolution(["480p", "720p", "1080p"], "720p"),
  duration: seconds(4, 12, 5),
  generate_audio: generateAudio(),
  camera_fixed: cameraFixed(),
  seed: modelSeed(),
  enable_safety_checker: safetyChecker(),
};
