import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Every file in a folder as a path with slashes, in order, after the path whose parts are `after`. Whatever vanishes meanwhile is left out. */
export async function* walkFiles(folder: string, after: string[] = []): AsyncGenerator<string> {
  const [first, ...rest] = after;
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException): Dirent[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const names = entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of names) {
    if (first !== undefined && entry.name < first) continue;
    const isOnTheWay = entry.name === first;
    if (!entry.isDirectory()) {
      if (!isOnTheWay) yield entry.name;
      continue;
    }
    for await (const path of walkFiles(join(folder, entry.name), isOnTheWay ? rest : [])) yield `${entry.name}/${path}`;
  }
}
