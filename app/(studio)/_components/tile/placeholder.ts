import { thumbHashToAverageRGBA, thumbHashToDataURL } from "thumbhash";

/** More than are on a screen; some 5 kB each. */
const mostKept = 500;
const kept = new Map<string, string>();

const bytesOf = (placeholder: string) => Uint8Array.from(atob(placeholder), (character) => character.charCodeAt(0));

/** The address of a blurred image of a ThumbHash in base64; undefined for none, or for one that cannot be read. */
export function placeholderUrl(placeholder: string | null | undefined): string | undefined {
  if (!placeholder) return undefined;
  const known = kept.get(placeholder);
  if (known !== undefined) return known;
  try {
    const url = thumbHashToDataURL(bytesOf(placeholder));
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(placeholder, url);
    return url;
  } catch {
    return undefined;
  }
}

/** The average color of a ThumbHash in base64, for what is too brief to be an image; undefined for none, or for one that cannot be read. */
export function placeholderColor(placeholder: string | null | undefined): string | undefined {
  if (!placeholder) return undefined;
  try {
    const { r, g, b, a } = thumbHashToAverageRGBA(bytesOf(placeholder));
    return `rgb(${Math.round(r * 255)} ${Math.round(g * 255)} ${Math.round(b * 255)} / ${a.toFixed(2)})`;
  } catch {
    return undefined;
  }
}
