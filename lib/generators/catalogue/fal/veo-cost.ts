interface VeoInputs {
  duration: string;
  resolution: string;
  generate_audio: boolean;
}

/** US dollars by the second, more with audio and in 4K. https://fal.ai/models/fal-ai/veo3.1/llms.txt */
export const veoCost = ({ duration, resolution, generate_audio }: VeoInputs) =>
  Number.parseInt(duration, 10) * ((resolution === "4k" ? 0.4 : 0.2) + (generate_audio ? 0.2 : 0));

/** The same for the fast variant. https://fal.ai/models/fal-ai/veo3.1/fast/first-last-frame-to-video/llms.txt */
export const veoFastCost = ({ duration, resolution, generate_audio }: VeoInputs) =>
  Number.parseInt(duration, 10) * ((resolution === "4k" ? 0.3 : 0.1) + (generate_audio ? 0.05 : 0));

/** The same for the lite variant. https://fal.ai/models/fal-ai/veo3.1/lite/llms.txt */
export const veoLiteCost = ({ duration, resolution, generate_audio }: VeoInputs) =>
  Number.parseInt(duration, 10) * (resolution === "1080p" ? (generate_audio ? 0.08 : 0.05) : generate_audio ? 0.05 : 0.03);
