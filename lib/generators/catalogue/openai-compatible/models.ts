/** Every model at this provider, one line each; see registry.ts. */
export { chat } from "./chat";
export { image } from "./image";
