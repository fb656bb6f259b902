import { decimal, duration, negativePrompt } from "@/lib/generators/contract/model-fields";
import { videoPrompt } from "./video-fields";

/** 3 to 15 seconds, as in Kling 3.0 and O3. */
export const longDuration = () => duration(["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"], "5");

/** What the models of this family have in common. */
export const klingFields = {
  prompt: videoPrompt({ max: 2500 }),
  duration: duration(["5", "10"], "5"),
  negative_prompt: negativePrompt("blur, distort, and low quality", { max: 2500 }),
  cfg_scale: decimal(0, 1, 0.5, { title: "Guidance", description: "How closely to follow the prompt.", isAdvanced: true }),
};
