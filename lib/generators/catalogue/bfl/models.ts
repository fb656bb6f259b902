/** Every model at this provider, one line each; see registry.ts. */
export { flux2Flex } from "./flux-2-flex";
export { flux2Max } from "./flux-2-max";
export { flux2Pro } from "./flux-2-pro";
export { flux2ProEdit } from "./flux-2-pro-edit";
export { flux3Image } from "./flux-3-image";
export { flux3Video } from "./flux-3-video";
export { fluxFillPro } from "./flux-fill-pro";
export { fluxKontextMax } from "./flux-kontext-max";
export { fluxKontextPro } from "./flux-kontext-pro";
export { fluxPro11Ultra } from "./flux-pro-1-1-ultra";
