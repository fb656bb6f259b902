import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolderWhenNeeded } from "@/lib/platform/temporary-folder";

const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`boards-lazy-${process.pid}-`));

it("a folder for work that may do without one is made once, when it is asked for, and removed with what lies in it", async () => {
  const folder = temporaryFolderWhenNeeded("lazy");
  expect(await folders()).toEqual([]);
  await folder.remove();
  const path = folder.path();
  expect(folder.path()).toBe(path);
  expect(await folders()).toHaveLength(1);
  await writeFile(join(path, "file"), "kept while it is needed");
  await folder.remove();
  expect(existsSync(path)).toBe(false);
});
