/** Every model at this provider, one line each; see registry.ts. */
export { flux2Pro } from "./flux-2-pro";
export { fluxKontextPro } from "./flux-kontext-pro";
export { fluxPro } from "./flux-pro";
export { lipsync } from "./lipsync";
export { nanoBananaPro } from "./nano-banana-pro";
export { seedream45 } from "./seedream-4-5";
export { veo31 } from "./veo-3-1";
