/** Every model at this provider, one line each; see registry.ts. */
export { photon1 } from "./photon-1";
export { photonFlash1 } from "./photon-flash-1";
