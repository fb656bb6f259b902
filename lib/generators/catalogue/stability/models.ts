/** Every model at this provider, one line each; see registry.ts. */
export { fastUpscaler } from "./fast-upscaler";
export { stableAudio3 } from "./stable-audio-3";
export { stableDiffusion35 } from "./stable-diffusion-3-5";
export { stableImageCore } from "./stable-image-core";
export { stableImageUltra } from "./stable-image-ultra";
