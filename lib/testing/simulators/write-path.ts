import type { Json } from "@/lib/generators/contract/define-generator";

/** JSON in which read-path.ts finds these texts at `path`; the first alternative is used. `resultJson` becomes a text that holds JSON. */
export function writePath(path: string, texts: string[]): Json {
  const [first = ""] = path.split(" | ");
  return build(first.split(".").filter(Boolean), texts);
}

function build([step, ...rest]: string[], texts: string[]): Json {
  if (step === undefined) return texts[0] ?? null;
  const key = step.replace("[]", "");
  const inner = step.endsWith("[]") ? texts.map((text) => build(rest, [text])) : build(rest, texts);
  if (key === "") return inner;
  return { [key]: key === "resultJson" ? JSON.stringify(inner) : inner };
}
