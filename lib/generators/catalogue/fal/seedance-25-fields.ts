import { aspectRatio, choice, duration, generateAudio, resolution } from "@/lib/generators/contract/model-fields";

const seconds = Array.from({ length: 27 }, (_, index) => String(index + 4));

/** What the models of this family have in common. https://fal.ai/models/bytedance/seedance-2.5/text-to-video/llms.txt */
export const seedance25Fields = {
  resolution: resolution(["480p", "720p", "1080p"], "720p"),
  duration: duration([...seconds, "auto"], "5"),
  generate_audio: generateAudio(),
  bitrate_mode: choice(["standard", "high"], "standard", {
    title: "Bitrate",
    description: "High gives a larger, higher-quality file.",
    isAdvanced: true,
  }),
};
export const seedance25Ratio = () => aspectRatio(["auto", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "auto");

interface Seedance25Inputs {
  resolution: "480p" | "720p" | "1080p";
  duration: string;
}

const usdPerSecond = { "480p": 0.2205, "720p": 0.473, "1080p": 1.164 };

/** US dollars by the second, as fal rounds its price of tokens; a duration that the model chooses is priced at its longest. */
export const seedance25Cost = ({ resolution, duration }: Seedance25Inputs, inputSeconds = 0) =>
  usdPerSecond[resolution] * (inputSeconds + (duration === "auto" ? 30 : Number(duration)));
