/** Every model at this provider, one line each; see registry.ts. */
export { dallE3 } from "./dall-e-3";
export { gpt4oMiniTts } from "./gpt-4o-mini-tts";
export { gpt4oTranscribe } from "./gpt-4o-transcribe";
export { gpt5Mini } from "./gpt-5-mini";
export { gptImage15 } from "./gpt-image-1-5";
export { gptImage15Edit } from "./gpt-image-1-5-edit";
export { whisper } from "./whisper";
