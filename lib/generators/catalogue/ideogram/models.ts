/** Every model at this provider, one line each; see registry.ts. */
export { ideogramRemoveBackground } from "./remove-background";
export { ideogram45 } from "./v4-5";
export { ideogram45PreciseEdit } from "./v4-5-precise-edit";
