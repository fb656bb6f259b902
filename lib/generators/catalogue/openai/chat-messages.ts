import type { Json } from "@/lib/generators/contract/define-generator";

/** A conversation of one question: instructions first, then the images it is about, then its words. */
export function chatMessages(prompt: Json | undefined, instructions: Json | undefined, images: Json = []): Json {
  const shown = [images].flat().map((url): Json => ({ type: "image_url", image_url: { url } }));
  return [
    ...(instructions ? [{ role: "system", content: instructions }] : []),
    { role: "user", content: shown.length > 0 ? [...shown, { type: "text", text: prompt ?? "" }] : (prompt ?? "") },
  ];
}
