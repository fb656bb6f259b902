/** Every model at this provider, one line each; see registry.ts. */
export { universal2 } from "./universal-2";
export { universal35Pro } from "./universal-3-5-pro";
