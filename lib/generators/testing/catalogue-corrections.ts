import type { FieldFacts } from "./catalogue-requests";

const notInTheAnswer = { sync_mode: { default: false } };
const asUrl = { output_format: { enum: ["url"] } };
const asArtifact = { audio_url: { type: "artifact:audio", provider_shape: "single" } };

/** Where the original's facts are wrong or have drifted (generators.md, sections 3 and 6), and what holds instead. */
export const corrections: Record<string, Record<string, Partial<FieldFacts>>> = {
  // "Wait for completion", its comment said; to fal it means a data: address within the answer.
  "fal-flux-2": notInTheAnswer,
  "fal-flux-2-flex": notInTheAnswer,
  "fal-flux-2-pro": notInTheAnswer,
  "fal-flux-pro-ultra": notInTheAnswer,
  "fal-nano-banana": { ...notInTheAnswer, num_images: { max: 4 } },
  "fal-nano-banana-2": notInTheAnswer,
  "fal-nano-banana-pro": notInTheAnswer,
  "fal-nano-banana-edit": { num_images: { max: 4 } },
  // `hex` never gave the address that the original read.
  "fal-minimax-speech-26-hd": asUrl,
  "fal-minimax-speech-2-6-turbo": { ...asUrl, voice_setting: { fields: [] } },
  // Addresses typed by hand were the only way to give a sound.
  "fal-chatterbox-text-to-speech": asArtifact,
  "fal-wan-25-preview-text-to-video": asArtifact,
  "fal-wan-25-preview-image-to-video": asArtifact,
  // fal documents end_image_url and 3 to 15 seconds, and neither of the other two.
  "fal-kling-video-o3-standard-image-to-video": {
    end_frame: { provider_param: "end_image_url" },
    duration: { enum: Array.from({ length: 13 }, (_, index) => String(index + 3)) },
    negative_prompt: { sent: "never" },
    cfg_scale: { sent: "never" },
  },
};
