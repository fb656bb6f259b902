import type { Json } from "./define-generator";

/**
 * Every text at `path` in JSON, in order. `images[].url` steps into lists; `a | b` takes the first alternative that finds something;
 * a text that holds JSON (Kie sends such) is stepped into as if it were that JSON. An empty path is the value itself. `output[]+` makes one
 * text of all that is there; `**` is every address of a file, wherever it stands.
 */
export function readPath(value: Json, path: string): string[] {
  for (const alternative of path.split(" | ")) {
    if (alternative === "**") return addressesIn(value);
    const steps = alternative.replace(/\+$/, "").split(".").filter(Boolean);
    const texts = valuesAt(value, steps).filter((each): each is string => typeof each === "string" && each !== "");
    if (texts.length > 0) return alternative.endsWith("+") ? [texts.join("")] : texts;
  }
  return [];
}

const mostAddresses = 100;

/** Each address once, in order. What JSON.parse has made is never too deep for this. */
function addressesIn(value: Json, found = new Set<string>()): string[] {
  if (typeof value === "string" && /^(https?:\/\/|data:[\w.+-]+\/)\S+$/.test(value) && found.size < mostAddresses) found.add(value);
  if (typeof value === "object" && value !== null) for (const each of Object.values(value)) addressesIn(each, found);
  return [...found];
}

function valuesAt(value: Json, [step, ...rest]: string[]): Json[] {
  if (step === undefined) return [value];
  const [, key = "", isList] = /^([^[]*)(\[\])?$/.exec(step) ?? [];
  const container = typeof value === "string" ? parsed(value) : value;
  const inner =
    key === "" ? container : typeof container === "object" && container !== null && !Array.isArray(container) ? container[key] : undefined;
  if (inner === undefined || inner === null) return [];
  if (!isList) return valuesAt(inner, rest);
  const list = typeof inner === "string" ? parsed(inner) : inner;
  return Array.isArray(list) ? list.flatMap((each) => valuesAt(each, rest)) : [];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
