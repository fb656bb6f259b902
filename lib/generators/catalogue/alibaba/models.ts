/** Every model at this provider, one line each; see registry.ts. */
export { wan3 } from "./wan-3";
export { wan3Prime } from "./wan-3-prime";
