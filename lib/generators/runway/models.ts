import { actTwo } from "./act-two";
import { aleph2 } from "./aleph-2";
import { gen45ImageToVideo } from "./gen-4-5-image-to-video";
import { gen45TextToVideo } from "./gen-4-5-text-to-video";
import { gen4Image } from "./gen-4-image";
import { gen4Turbo } from "./gen-4-turbo";
import { magnificPrecisionUpscaler } from "./magnific-precision-upscaler";
import { seedance2 } from "./seedance-2";
import { soundEffects } from "./sound-effects";
import { textToSpeech } from "./text-to-speech";
import { veo31 } from "./veo-3-1";

/** Every model at this provider. A new one is one import and one line. */
export const runwayModels = [
  gen45TextToVideo,
  gen45ImageToVideo,
  gen4Turbo,
  aleph2,
  gen4Image,
  actTwo,
  magnificPrecisionUpscaler,
  soundEffects,
  textToSpeech,
  veo31,
  seedance2,
];
