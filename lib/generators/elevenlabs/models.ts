import { elevenFlashV25 } from "./eleven-flash-v2-5";
import { elevenMultilingualV2 } from "./eleven-multilingual-v2";
import { elevenV3 } from "./eleven-v3";
import { musicV25 } from "./music-v2-5";
import { scribeV2 } from "./scribe-v2";
import { soundEffectsV2 } from "./sound-effects-v2";
import { textToDialogue } from "./text-to-dialogue";
import { voiceChanger } from "./voice-changer";
import { voiceIsolator } from "./voice-isolator";

/** Every model at this provider. A new one is one import and one line. */
export const elevenlabsModels = [
  elevenV3,
  elevenMultilingualV2,
  elevenFlashV25,
  textToDialogue,
  soundEffectsV2,
  musicV25,
  scribeV2,
  voiceChanger,
  voiceIsolator,
];
