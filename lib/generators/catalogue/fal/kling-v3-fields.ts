import { aspectRatio, generateAudio } from "@/lib/generators/contract/model-fields";
import { klingFields, longDuration } from "./kling-fields";

/** What the models of this family have in common. */
export const klingV3Fields = { ...klingFields, duration: longDuration() };

/** The same for text to video. */
export const klingV3TextFields = { ...klingV3Fields, aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"), generate_audio: generateAudio() };

interface KlingV3Inputs {
  duration: string;
  generate_audio: boolean;
}

/** US dollars by the second, more with audio. */
export const klingV3ProUsd = ({ duration, generate_audio }: KlingV3Inputs) => Number(duration) * (generate_audio ? 0.168 : 0.112);

/** The same for Standard. */
export const klingV3StandardUsd = ({ duration, generate_audio }: KlingV3Inputs) => Number(duration) * (generate_audio ? 0.126 : 0.084);
