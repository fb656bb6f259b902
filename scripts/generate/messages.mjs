// Writes the type of the message catalogue, sentence by sentence, so that the compiler knows which values each one takes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../launch/paths.mjs";

const text = readFileSync(join(root, "lib/messages/en.json"), "utf8").trim();
writeFileSync(join(root, "lib/messages/en.d.json.ts"), `declare const messages: ${text};\nexport default messages;\n`);
