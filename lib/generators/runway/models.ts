/** Every model at this provider, one line each; see registry.ts. */
export { actTwo } from "./act-two";
export { aleph2 } from "./aleph-2";
export { gen45ImageToVideo } from "./gen-4-5-image-to-video";
export { gen45TextToVideo } from "./gen-4-5-text-to-video";
export { gen4Image } from "./gen-4-image";
export { gen4Turbo } from "./gen-4-turbo";
export { magnificPrecisionUpscaler } from "./magnific-precision-upscaler";
export { seedance2 } from "./seedance-2";
export { soundEffects } from "./sound-effects";
export { textToSpeech } from "./text-to-speech";
export { veo31 } from "./veo-3-1";
