import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "./is-alive.mjs";

/**
 * Removes the temporary folders, named `boards-<purpose>-<process>-<random>`, of processes that are gone: what was killed could not remove its own.
 * Those of other users stay.
 */
export function removeAbandonedFolders(parent = tmpdir()) {
  for (const name of unlessForbidden(() => readdirSync(parent)) ?? []) {
    const [, pid] = /^boards-[a-z0-9]+-(\d+)-\w{6}$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) unlessForbidden(() => rmSync(join(parent, name), { recursive: true, force: true }));
  }
}

function unlessForbidden(work) {
  try {
    return work();
  } catch (error) {
    if (!["EPERM", "EACCES"].includes(error.code)) throw error;
  }
}
