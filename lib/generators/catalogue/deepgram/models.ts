/** Every model at this provider, one line each; see registry.ts. */
export { aura2 } from "./aura-2";
export { nova3 } from "./nova-3";
