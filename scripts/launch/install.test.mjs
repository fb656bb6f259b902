import { build, transform } from "esbuild";
import { expect, it } from "vitest";
import { workerBundle } from "./install.mjs";
import { oldestForRunning } from "./node.mjs";

it("bundles the worker without a word that only newer versions of Node.js know", async () => {
  const { outputFiles } = await build({ ...workerBundle, write: false });
  const parts = outputFiles.map(({ text }) => text);
  expect(parts.join("").length).toBeGreaterThan(100_000);
  for (const part of parts) {
    // Nothing is left that would have to be written in older words.
    const [lowered, kept] = await Promise.all([`node${oldestForRunning}`, "esnext"].map((target) => transform(part, { target })));
    expect(lowered.code === kept.code).toBe(true);
  }
});
