import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "./problem.mjs";

/** The folder of this clone. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where a local installation keeps its data: BOARDS_HOME, or `.boards` in the clone. */
export const home = resolve(root, process.env.BOARDS_HOME ?? ".boards");

/** Makes the data folder, for its owner only. */
export function makeHome() {
  try {
    mkdirSync(join(home, "storage"), { recursive: true });
  } catch (error) {
    throw new Problem(`Cannot write to ${home} (${error.code}). Make the folder writable for you, or set BOARDS_HOME to one that is.`);
  }
}
