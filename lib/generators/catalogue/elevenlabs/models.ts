/** Every model at this provider, one line each; see registry.ts. */
export { elevenFlashV25 } from "./eleven-flash-v2-5";
export { elevenMultilingualV2 } from "./eleven-multilingual-v2";
export { elevenV3 } from "./eleven-v3";
export { elevenV4 } from "./eleven-v4";
export { elevenV4Turbo } from "./eleven-v4-turbo";
export { musicV25 } from "./music-v2-5";
export { scribeV2 } from "./scribe-v2";
export { soundEffectsV2 } from "./sound-effects-v2";
export { textToDialogue } from "./text-to-dialogue";
export { voiceChanger } from "./voice-changer";
export { voiceIsolator } from "./voice-isolator";
