/** Every model at this provider, one line each; see registry.ts. */
export { dallE3 } from "./dall-e-3";
export { gpt4oMiniTts } from "./gpt-4o-mini-tts";
export { gpt4oTranscribe } from "./gpt-4o-transcribe";
export { gpt5Mini } from "./gpt-5-mini";
export { gpt61Sol } from "./gpt-6-1-sol";
export { gpt61Terra } from "./gpt-6-1-terra";
export { gpt6Astra } from "./gpt-6-astra";
export { gpt6Luna } from "./gpt-6-luna";
export { gptImage15 } from "./gpt-image-1-5";
export { gptImage15Edit } from "./gpt-image-1-5-edit";
export { gptImage25Flare } from "./gpt-image-2-5-flare";
export { gptImage25Sunburst } from "./gpt-image-2-5-sunburst";
export { gptImage26Flare } from "./gpt-image-2-6-flare";
export { gptImage26Sunburst } from "./gpt-image-2-6-sunburst";
export { gptTranscribe } from "./gpt-transcribe";
export { whisper } from "./whisper";
