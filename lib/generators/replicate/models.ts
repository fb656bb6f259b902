import { flux2Pro } from "./flux-2-pro";
import { fluxKontextPro } from "./flux-kontext-pro";
import { fluxPro } from "./flux-pro";
import { lipsync } from "./lipsync";
import { nanoBananaPro } from "./nano-banana-pro";
import { seedream45 } from "./seedream-4-5";
import { veo31 } from "./veo-3-1";

/** Every model at this provider. A new one is one import and one line. */
export const replicateModels = [flux2Pro, fluxKontextPro, fluxPro, lipsync, nanoBananaPro, seedream45, veo31];
