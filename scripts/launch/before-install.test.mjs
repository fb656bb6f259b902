import { build } from "esbuild";
import { expect, it } from "vitest";
import { root } from "./paths.mjs";

// They install what they need: in a fresh clone, there is no package when they begin.
it.each(["start", "worker", "test", "install-hooks"])("scripts/%s.mjs imports no package before anything is installed", async (name) => {
  const entry = `scripts/${name}.mjs`;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    packages: "external",
    external: ["../.next/*"],
    platform: "node",
    format: "esm",
    metafile: true,
    write: false,
    outdir: "unused",
  });
  const files = new Set([entry]);
  const early = [];
  for (const file of files) {
    for (const { path, kind, external } of metafile.inputs[file].imports) {
      if (kind !== "import-statement" || path.startsWith("node:")) continue;
      if (external) early.push(`${file} imports ${path}: import() it where it is used`);
      else files.add(path);
    }
  }
  expect(early).toEqual([]);
});
