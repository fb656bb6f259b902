/** Every model at this provider, one line each; see registry.ts. */
export { grok46 } from "./grok-4-6";
export { grokImagineImage2 } from "./grok-imagine-image-2-0";
export { grokImagineVideo15 } from "./grok-imagine-video-1-5";
export { xaiSpeechToText } from "./speech-to-text";
export { xaiTextToSpeech } from "./text-to-speech";
