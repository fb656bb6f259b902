/** Every model at this provider, one line each; see registry.ts. */
export { minimaxH3 } from "./minimax-h3";
export { minimaxH3Max } from "./minimax-h3-max";
