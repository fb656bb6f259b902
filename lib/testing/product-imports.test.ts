import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

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

it("zod is imported as it is documented: by `{ z }` a build takes its words in fifty languages into each route that parses anything", () => {
  const offenders = sourceFiles("app", "lib", "inngest", "prisma").filter((file) =>
    parseFile(file).module.staticImports.some(
      ({ moduleRequest, entries }) => moduleRequest.value === "zod" && entries.some(({ importName }) => importName.kind === "Name"),
    ),
  );
  expect(offenders).toEqual([]);
});
