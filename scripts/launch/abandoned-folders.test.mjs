import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";
import { removeAbandonedFolders } from "./abandoned-folders.mjs";

let parent;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "boards-abandoned-"));
});
afterEach(() => rmSync(parent, { recursive: true }));

it("removes what a process left that is gone, and nothing else", async () => {
  const { pid: gone } = spawnSync(process.execPath, ["--eval", ""]);
  const ours = await makeTemporaryFolder("run");
  expect(dirname(ours)).toBe(tmpdir());
  const left = [basename(ours).replace(`-${process.pid}-`, `-${gone}-`), `boards-e2e-${gone}-AbC123`];
  const kept = [basename(ours), `boards-${gone}`, `boards-home-AbC123`, `other-run-${gone}-AbC123`];
  rmSync(ours, { recursive: true });
  for (const name of [...left, ...kept]) {
    mkdirSync(join(parent, name, "inside"), { recursive: true });
    writeFileSync(join(parent, name, "inside", "file"), "text");
  }
  removeAbandonedFolders(parent);
  expect(readdirSync(parent).sort()).toEqual(kept.sort());
});
