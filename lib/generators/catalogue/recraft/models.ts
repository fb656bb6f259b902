/** Every model at this provider, one line each; see registry.ts. */
export { recraftCrispUpscale } from "./crisp-upscale";
export { recraftV41 } from "./v4-1";
export { recraftV41Flash } from "./v4-1-flash";
export { recraftV41ImageToImage } from "./v4-1-image-to-image";
export { recraftV41Pro } from "./v4-1-pro";
