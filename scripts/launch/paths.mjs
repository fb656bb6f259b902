import { chmodSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "./problem.mjs";

/** The folder of this clone. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where a local installation keeps its data: BOARDS_HOME, or `.boards` in the clone. */
export const home = resolve(root, process.env.BOARDS_HOME ?? ".boards");

/** Makes the data folder, for its owner only; one that an earlier version left open to others is closed. */
export function makeHome() {
  const storage = join(home, "storage");
  // As root, PostgreSQL runs as another user, who has to pass through this folder.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    mkdirSync(home, { recursive: true, mode });
    mkdirSync(storage, { recursive: true, mode: 0o700 });
    if (process.platform === "win32") return;
    for (const entry of readdirSync(home, { withFileTypes: true })) if (entry.isFile()) closeToOthers(join(home, entry.name), 0o600);
    if (lstatSync(storage).mode & 0o077) closeFolder(storage);
    // A folder that people share, such as /tmp, stays as it is.
    if (!(lstatSync(home).mode & 0o1000)) closeToOthers(home, mode);
  } catch (error) {
    throw new Problem(`Cannot write to ${home} (${error.code}). Make the folder writable for you, or set BOARDS_HOME to one that is.`);
  }
}

/** From the inside out, so that one that was interrupted is done again. */
function closeFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) closeFolder(path);
    else if (entry.isFile()) closeToOthers(path, 0o600);
  }
  closeToOthers(folder, 0o700);
}

/** What belongs to another user is theirs to close. */
function closeToOthers(path, mode) {
  if (lstatSync(path).uid === process.getuid()) chmodSync(path, mode);
}
