/** Every model at this provider, one line each; see registry.ts. */
export { cartesiaSonic3 } from "./sonic-3";
export { cartesiaSonic35 } from "./sonic-3-5";
