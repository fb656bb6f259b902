/** Every model at this provider, one line each; see registry.ts. */
export { fireworksFluxKontextMax } from "./flux-kontext-max";
export { fireworksFluxKontextPro } from "./flux-kontext-pro";
