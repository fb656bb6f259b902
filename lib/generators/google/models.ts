import { gemini38Flash } from "./gemini-3-8-flash";
import { gemini38FlashLiteTts } from "./gemini-3-8-flash-lite-tts";
import { gemini38FlashTts } from "./gemini-3-8-flash-tts";
import { geminiOmni11Flash } from "./gemini-omni-1-1-flash";
import { lyria35 } from "./lyria-3-5";
import { lyria3Clip } from "./lyria-3-clip";
import { nanoBanana21 } from "./nano-banana-2-1";
import { nanoBanana2Lite } from "./nano-banana-2-lite";
import { nanoBananaPro } from "./nano-banana-pro";
import { veo31 } from "./veo-3-1";
import { veo31Fast } from "./veo-3-1-fast";

/** Every model at this provider. A new one is one import and one line. */
export const googleModels = [
  gemini38Flash,
  gemini38FlashLiteTts,
  gemini38FlashTts,
  geminiOmni11Flash,
  lyria3Clip,
  lyria35,
  nanoBanana2Lite,
  nanoBanana21,
  nanoBananaPro,
  veo31,
  veo31Fast,
];
