/** Every model at this provider, one line each; see registry.ts. */
export { kling3 } from "./kling-3";
export { nanoBananaEdit } from "./nano-banana-edit";
export { qwenImage2 } from "./qwen-image-2";
export { runwayAleph } from "./runway-aleph";
export { seedance2 } from "./seedance-2";
export { seedance25 } from "./seedance-2-5";
export { seedance2Fast } from "./seedance-2-fast";
export { sunoSounds } from "./suno-sounds";
export { sunoV55 } from "./suno-v5-5";
export { sunoV6 } from "./suno-v6";
export { veo3 } from "./veo3";
