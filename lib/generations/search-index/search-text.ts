import { cutText } from "@/lib/platform/text/characters";
import { foldText } from "@/lib/platform/text/fold-text";

const maximumCharacters = 10_000;
const searched = ["prompt", "text", "original_filename", "user_description"];

/** What a search by words reads of a generation's inputs, folded: prompt, text, file name and description. */
export function searchTextOf(inputParams: unknown): string {
  const inputs = (inputParams ?? {}) as Record<string, unknown>;
  const texts = searched.map((name) => inputs[name]).filter((value) => typeof value === "string");
  return foldText(cutText(texts.join("\n"), maximumCharacters));
}

/** The words of a search, folded. */
export const wordsOf = (query: string): string[] => foldText(query).split(/\s+/).filter(Boolean);

/** Every run of one, two and three characters of a folded text, each as one number: what the index of the search knows of it. */
export function gramsOf(text: string): number[] {
  const codes = codesOf(text);
  const grams = new Set<number>();
  for (let start = 0; start < codes.length; start++)
    for (let length = 1; length <= 3 && start + length <= codes.length; length++) grams.add(gramOf(codes.slice(start, start + length)));
  return [...grams];
}

/** The grams that a text must have to hold this folded word; the longest ones, which are rarest. */
export function gramsOfWord(word: string): number[] {
  const codes = codesOf(word);
  const length = Math.min(codes.length, 3);
  return Array.from({ length: codes.length - length + 1 }, (_, start) => gramOf(codes.slice(start, start + length)));
}

const codesOf = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0);

// FNV-1a over code points. Two grams may share a number: what the index finds is compared with the text itself.
const gramOf = (codes: number[]) => codes.reduce((hash, code) => Math.imul(hash ^ code, 0x01000193), 0x811c9dc5 | 0) | 0;
