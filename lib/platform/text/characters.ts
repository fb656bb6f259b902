// Characters are counted as zod's `.max()` and PostgreSQL count them: by code point.

const isPair = (text: string, index: number) => (text.codePointAt(index) ?? 0) > 0xffff;

/** How many characters a text has: an emoji is one, not two. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += isPair(text, index) ? 2 : 1) count++;
  return count;
}

/** The first `maximum` characters of a text, never half of one. */
export function cutText(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  let end = 0;
  for (let count = 0; count < maximum && end < text.length; count++) end += isPair(text, end) ? 2 : 1;
  return text.slice(0, end);
}
