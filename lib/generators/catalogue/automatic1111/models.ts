/** Every model at this provider, one line each; see registry.ts. */
export { imageToImage } from "./image-to-image";
export { textToImage } from "./text-to-image";
export { upscale } from "./upscale";
