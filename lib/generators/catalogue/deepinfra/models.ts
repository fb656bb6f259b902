/** Every model at this provider, one line each; see registry.ts. */
export { deepinfraFlux2Dev } from "./flux-2-dev";
export { deepinfraFlux2Klein } from "./flux-2-klein-4b";
export { deepinfraFlux2Max } from "./flux-2-max";
