import { mkdtempSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefixOf = (purpose: string) => join(tmpdir(), `boards-${purpose}-${process.pid}-`);

/** Makes a folder for the time of one piece of work, which removes it. It names its process: a start removes those of processes that were killed. */
export const makeTemporaryFolder = (purpose: string): Promise<string> => mkdtemp(prefixOf(purpose));

/**
 * Such a folder for work that may do without one: `path` makes it when it is first asked for, at once, since who works out a path does not wait.
 * `remove` removes it where it was made.
 */
export function temporaryFolderWhenNeeded(purpose: string): { path: () => string; remove: () => Promise<void> } {
  let made: string | undefined;
  return {
    path: () => {
      made ??= mkdtempSync(prefixOf(purpose));
      return made;
    },
    remove: async () => {
      if (made) await rm(made, { recursive: true, force: true });
    },
  };
}
