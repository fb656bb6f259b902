import type { BoardGeneration } from "@boards/client";
import { usePathname } from "next/navigation";

/** All of them must be found: more would find little but the same prompt. */
const most = 5;
/** Shorter words, such as "with", stand in every prompt. */
const telling = 5;

/** The words of a prompt that tell most of what it is about; empty without any. Scripts that set no spaces are cut into words, too. */
export function tellingWordsOf(prompt: string): string[] {
  const parts = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(prompt.slice(0, 1000))];
  const words = [...new Set(parts.flatMap(({ segment, isWordLike }) => (isWordLike ? segment.toLowerCase() : [])))];
  const long = words.filter((word) => word.length >= telling);
  return (long.length > 0 ? long : words).slice(0, most);
}

/** The address on this page of results with a similar prompt; null for what has none. The words stand in the search field, to be changed there. */
export function useSimilarPrompts({ inputParams, isUpload }: BoardGeneration): string | null {
  const path = usePathname();
  const { prompt } = inputParams as Record<string, unknown>;
  const words = typeof prompt === "string" && !isUpload ? tellingWordsOf(prompt) : [];
  return words.length > 0 ? `${path}?${new URLSearchParams({ q: words.join(" ") })}` : null;
}
