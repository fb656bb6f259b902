// Writes what is made of the message catalogue: its type, sentence by sentence, so that the compiler knows which values each one takes; and its
// sentences parsed, for builds of Next.js.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { root } from "../launch/paths.mjs";

const folder = join(root, "lib/messages");
const text = readFileSync(join(folder, "en.json"), "utf8").trim();
writeFileSync(join(folder, "en.d.json.ts"), `declare const messages: ${text};\nexport default messages;\n`);
writeFileSync(join(folder, "en.parsed.json"), JSON.stringify(parsed(JSON.parse(text))));

function parsed(part) {
  return typeof part === "string" ? compile(part) : Object.fromEntries(Object.entries(part).map(([key, value]) => [key, parsed(value)]));
}
