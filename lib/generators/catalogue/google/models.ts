/** Every model at this provider, one line each; see registry.ts. */
export { gemini35Transcribe } from "./gemini-3-5-transcribe";
export { gemini38Flash } from "./gemini-3-8-flash";
export { gemini38FlashLiteTts } from "./gemini-3-8-flash-lite-tts";
export { gemini38FlashTts } from "./gemini-3-8-flash-tts";
export { gemini4Argon } from "./gemini-4-argon";
export { gemini4Hydrogen } from "./gemini-4-hydrogen";
export { geminiOmni11Flash } from "./gemini-omni-1-1-flash";
export { geminiOmni12Flash } from "./gemini-omni-1-2-flash";
export { lyria35 } from "./lyria-3-5";
export { lyria3Clip } from "./lyria-3-clip";
export { nanoBanana21 } from "./nano-banana-2-1";
export { nanoBanana2Lite } from "./nano-banana-2-lite";
export { nanoBananaPro } from "./nano-banana-pro";
export { veo31 } from "./veo-3-1";
export { veo31Fast } from "./veo-3-1-fast";
