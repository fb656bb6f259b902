import type { FieldFacts } from "./catalogue-requests";

const notInTheAnswer = { sync_mode: { default: false } };
const asUrl = { output_format: { enum: ["url"] } };
const asArtifact = { audio_url: { type: "artifact:audio", provider_shape: "single" } };
const ratios = ["21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"];
const seedreamSizes = ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9", "auto_2K", "auto_4K"];

const strings = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
const numbers = (from: number, to: number) => strings(from, to).map(Number);
const upTo4k = { resolution: { enum: ["720p", "1080p", "4k"] } };
const notEnhanced = { enhance_prompt: { sent: "never" } };
const upTo20s = { duration: { enum: [4, 8, 12, 16, 20] } };
const autoRatio = { aspect_ratio: { enum: ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "auto"] } };
const seedance2 = {
  prompt: { max_length: 20_000 },
  aspect_ratio: { enum: ["16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "adaptive"] },
  duration: { enum: numbers(4, 15) },
};

/** Where the original's facts are wrong or have drifted (generators.md, sections 3 and 6), and what holds instead. */
export const corrections: Record<string, Record<string, Partial<FieldFacts>>> = {
  // "Wait for completion", its comment said; to fal it means a data: address within the answer.
  "fal-flux-2": notInTheAnswer,
  "fal-flux-2-pro": notInTheAnswer,
  // One image a request, no WebP, and limits of its own.
  "fal-flux-2-flex": {
    ...notInTheAnswer,
    num_images: { sent: "never" },
    output_format: { enum: ["jpeg", "png"] },
    guidance_scale: { min: 1.5, max: 10 },
    num_inference_steps: { min: 2 },
  },
  "fal-flux-2-edit": { image_sources: { max_items: 4 } },
  // It has no safety checker to switch.
  "fal-flux-pro-ultra": { ...notInTheAnswer, enable_safety_checker: { sent: "never" } },
  // Four images at most; WebP, and more ratios, among them the model's own choice.
  "fal-nano-banana": { ...notInTheAnswer, num_images: { max: 4 }, output_format: { enum: ["jpeg", "png", "webp"] } },
  "fal-nano-banana-edit": {
    num_images: { max: 4 },
    aspect_ratio: { enum: ["auto", "21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"] },
  },
  "fal-nano-banana-2": { ...notInTheAnswer, aspect_ratio: { enum: ["auto", ...ratios, "4:1", "1:4", "8:1", "1:8"] } },
  "fal-nano-banana-pro": { ...notInTheAnswer, aspect_ratio: { enum: ["auto", ...ratios] } },
  // fal takes no exclusions with Imagen 4, no seed with Seedream 5 Lite and no style where a character is edited.
  "fal-imagen4-preview": { negative_prompt: { sent: "never" } },
  "fal-imagen4-preview-fast": { negative_prompt: { sent: "never" } },
  "fal-bytedance-seedream-v5-lite-edit": { seed: { sent: "never" }, image_size: { enum: [...seedreamSizes.slice(0, -1), "auto_3K"] } },
  "fal-ideogram-character-edit": { style: { sent: "never" } },
  // All of fal's sizes, where the original had five.
  "fal-seedream-v45-text-to-image": { image_size: { enum: seedreamSizes } },
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
    duration: { enum: strings(3, 15) },
    negative_prompt: { sent: "never" },
    cfg_scale: { sent: "never" },
  },
  // Kling 3 makes up to 15 seconds; Kling 2.6 knows no guidance.
  "fal-kling-video-v3-pro-text-to-video": { duration: { enum: strings(3, 15) } },
  "fal-kling-video-v3-pro-image-to-video": { duration: { enum: strings(3, 15) } },
  "fal-kling-video-v2-6-pro-image-to-video": { cfg_scale: { sent: "never" } },
  // Veo at fal has no switch for enhancing, no squares, and 4K from 3.1 on.
  "fal-veo3": { ...notEnhanced, aspect_ratio: { enum: ["9:16", "16:9"] } },
  "fal-veo31": { ...notEnhanced, ...upTo4k },
  "fal-veo31-fast": { ...notEnhanced, ...upTo4k },
  "fal-veo31-fast-image-to-video": upTo4k,
  "fal-veo31-reference-to-video": upTo4k,
  "fal-veo31-image-to-video": { ...upTo4k, aspect_ratio: { enum: ["auto", "9:16", "16:9"] } },
  "fal-veo31-first-last-frame-to-video": { ...upTo4k, aspect_ratio: { enum: ["auto", "9:16", "16:9"] } },
  // Sora 2 has grown to 20 seconds, and Pro to full 1080p.
  "fal-sora-2-text-to-video": upTo20s,
  "fal-sora2-image-to-video": upTo20s,
  "fal-sora-2-text-to-video-pro": { ...upTo20s, resolution: { enum: ["720p", "1080p", "true_1080p"] } },
  "fal-sora-2-image-to-video-pro": { ...upTo20s, resolution: { enum: ["auto", "720p", "1080p", "true_1080p"] } },
  // Seedance 1.5 finds a ratio itself, and makes 1080p from an image too. (Its duration goes as text: see catalogue-requests.ts.)
  "fal-bytedance-seedance-v1-5-pro-text-to-video": autoRatio,
  "fal-bytedance-seedance-v1-5-pro-image-to-video": { ...autoRatio, resolution: { enum: ["480p", "720p", "1080p"] } },
  // Of the knobs of ElevenLabs' older voices, v3 has one.
  "fal-elevenlabs-tts-eleven-v3": {
    similarity_boost: { sent: "never" },
    style: { sent: "never" },
    speed: { sent: "never" },
    previous_text: { sent: "never" },
    next_text: { sent: "never" },
  },
  // Kie has renamed both fields to aspect_ratio, and has a third Veo, more sizes and every length of Seedance 2.
  "kie-nano-banana-edit": { image_size: { provider_param: "input.aspect_ratio" } },
  "kie-veo3": { aspect_ratio: { provider_param: "aspect_ratio" }, model: { enum: ["veo3", "veo3_fast", "veo3_lite"] } },
  "kie-seedance-2": { ...seedance2, resolution: { enum: ["480p", "720p", "1080p", "4k"] } },
  "kie-seedance-2-fast": seedance2,
  // Kie refuses sounds without a model, and a language that was not chosen is none that is spoken.
  "kie-suno-sounds": { model: { nullable: false, default: "V5", sent: "always", enum: ["V5", "V5_5", "V6", "V6_MINI", "V6_WILD"] } },
  // Kie's titles end at 80 characters.
  "kie-suno-v5-5": { title: { max_length: 80 } },
  "openai-whisper": { language: { default: undefined, nullable: true, sent: "if_set" } },
  // Replicate lists these ratios for FLUX 1.1 [pro], and Wav2Lip's image is a face.
  "replicate-flux-pro": { aspect_ratio: { enum: ["1:1", "16:9", "2:3", "3:2", "4:5", "5:4", "9:16", "3:4", "4:3"] } },
  "replicate-lipsync": { video_source: { provider_param: "face" } },
};
