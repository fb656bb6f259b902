import { build, stop } from "esbuild";
import { afterAll, expect, it } from "vitest";
import { workerBundle } from "@/scripts/launch/install.mjs";

afterAll(stop);
const bundle = build({ ...workerBundle, write: false, metafile: true });

it("loads nothing of pages and of the GraphQL API at its start, which would only take memory", async () => {
  const { metafile } = await bundle;
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  const atStart = new Set(imported.filter(({ kind, external }) => external && kind === "import-statement").map(({ path }) => path));
  expect(atStart).toContain("inngest");
  expect([...atStart].filter((path) => /^(graphql|@pothos|@apollo|next|react)\b/.test(path))).toEqual([]);
});

it("is Latin-1: one other character, as in a regular expression, doubles what all of it takes in memory", async () => {
  const { outputFiles } = await bundle;
  for (const { path, text } of outputFiles) {
    const line = text.split("\n").find((each) => /[\u0100-\uffff]/.test(each));
    expect(line, `${path}: write it as \\u…, or as a string`).toBeUndefined();
  }
});
