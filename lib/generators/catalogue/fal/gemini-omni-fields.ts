import { aspectRatio, resolution, seconds } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. https://fal.ai/models/google/gemini-omni-flash/v1.1/text-to-video/llms.txt */
export const geminiOmniFields = {
  aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
  resolution: resolution(["360p", "720p", "1080p", "4k"], "720p"),
  duration: seconds(3, 10, 8),
};

interface GeminiOmniInputs {
  resolution: "360p" | "720p" | "1080p" | "4k";
  duration: number;
}

/** US dollars by the second of video. */
export const geminiOmniCost = ({ resolution, duration }: GeminiOmniInputs) =>
  duration * { "360p": 0.03, "720p": 0.1, "1080p": 0.15, "4k": 0.3 }[resolution];
