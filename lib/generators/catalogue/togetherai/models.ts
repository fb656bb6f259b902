/** Every model at this provider, one line each; see registry.ts. */
export { togetherFlux2Dev } from "./flux-2-dev";
export { togetherFlux2Pro } from "./flux-2-pro";
