/** Every model at this provider, one line each; see registry.ts. */
export { bytedanceSeedance2 } from "./seedance-2-0";
export { bytedanceSeedance2Fast } from "./seedance-2-0-fast";
export { bytedanceSeedream45 } from "./seedream-4-5";
export { bytedanceSeedream5Pro } from "./seedream-5-0-pro";
