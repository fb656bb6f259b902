import type { Json } from "../define-generator";

/** A conversation of one question, with instructions before it. */
export const chatMessages = (prompt: Json | undefined, instructions: Json | undefined): Json => [
  ...(instructions ? [{ role: "system", content: instructions }] : []),
  { role: "user", content: prompt ?? "" },
];
