/** Every model at this provider, one line each; see registry.ts. */
export { lmntAurora } from "./aurora";
export { lmntBlizzard } from "./blizzard";
