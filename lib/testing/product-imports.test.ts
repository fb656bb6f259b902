import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

it("what runs in production imports nothing that is there for tests, so that no server bundles a simulator", async () => {
  const offenders: string[] = [];
  for (const folder of ["app", "lib", "inngest"]) {
    const root = join(process.cwd(), folder);
    for (const file of await readdir(root, { recursive: true })) {
      if (!/\.(tsx?|mjs)$/.test(file) || /\.test\.|(^|\/)(testing|generated)\//.test(file)) continue;
      const text = await readFile(join(root, file), "utf8");
      if (/(from|import\()\s*["'`][^"'`]*\/testing\//.test(text)) offenders.push(join(folder, file));
    }
  }
  expect(offenders).toEqual([]);
});
