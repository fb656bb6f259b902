/** Of a sound that is not known: a quiet line. */
const unknown = 0.12;
const least = 0.04;

/** The peaks of a sound (bytes in base64), gathered into so many bars from 0 to 1. */
export function barsOf(peaks: string | null | undefined, count: number): number[] {
  if (!peaks) return Array.from({ length: count }, () => unknown);
  const bytes = Uint8Array.from(atob(peaks), (character) => character.charCodeAt(0));
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * bytes.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * bytes.length) / count));
    return Math.max(least, Math.max(...bytes.subarray(from, to)) / 255);
  });
}
