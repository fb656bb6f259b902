import { nanoBananaEdit } from "./nano-banana-edit";
import { qwenImage2 } from "./qwen-image-2";
import { runwayAleph } from "./runway-aleph";
import { seedance2 } from "./seedance-2";
import { seedance2Fast } from "./seedance-2-fast";
import { sunoSounds } from "./suno-sounds";
import { sunoV55 } from "./suno-v5-5";
import { veo3 } from "./veo3";

/** Every model at this provider. A new one is one import and one line. */
export const kieModels = [nanoBananaEdit, qwenImage2, runwayAleph, seedance2, seedance2Fast, sunoSounds, sunoV55, veo3];
