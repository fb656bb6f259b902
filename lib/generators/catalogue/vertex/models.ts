import { gemini38Flash } from "../google/gemini-3-8-flash";
import { nanoBanana21 } from "../google/nano-banana-2-1";
import { nanoBananaPro } from "../google/nano-banana-pro";
import { atVertex } from "./at-vertex";

// Those of Google's models that work within the call and that Vertex AI is known to offer, with Google's own declarations.
export const vertexNanoBanana21 = atVertex(nanoBanana21);
export const vertexNanoBananaPro = atVertex(nanoBananaPro);
export const vertexGemini38Flash = atVertex(gemini38Flash);
