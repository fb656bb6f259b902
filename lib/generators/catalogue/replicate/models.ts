/** Every model at this provider, one line each; see registry.ts. */
export { flux2Flex } from "./flux-2-flex";
export { flux2Max } from "./flux-2-max";
export { flux2Pro } from "./flux-2-pro";
export { fluxKontextPro } from "./flux-kontext-pro";
export { fluxPro } from "./flux-pro";
export { lipsync } from "./lipsync";
export { nanoBananaPro } from "./nano-banana-pro";
export { seedance2 } from "./seedance-2";
export { seedream45 } from "./seedream-4-5";
export { seedream5Lite } from "./seedream-5-lite";
export { seedream5Pro } from "./seedream-5-pro";
export { veo31 } from "./veo-3-1";
