import { imageToImage } from "./image-to-image";
import { textToImage } from "./text-to-image";
import { upscale } from "./upscale";

/** What the web UI is asked for; which checkpoint is an input. */
export const automatic1111Models = [textToImage, imageToImage, upscale];
