import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "./paths.mjs";
import { unlessDone } from "./stamps.mjs";

let folder;
let works;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "boards-stamps-"));
  works = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Two files in `made/`, whose stamp lies elsewhere. */
function make(hash = "1") {
  const path = relative(root, folder);
  return unlessDone(`${path}/stamp`, hash, [`${path}/made`], () => {
    works++;
    mkdirSync(join(folder, "made/deep"), { recursive: true });
    writeFileSync(join(folder, "made/one"), "one");
    writeFileSync(join(folder, "made/deep/two"), "two");
  });
}

it("makes once what is there", async () => {
  await make();
  expect(await make()).toBe("up to date");
  expect(works).toBe(1);
});

it.each([
  ["its inputs have changed", () => "2"],
  ["all of it is missing", () => rmSync(join(folder, "made"), { recursive: true })],
  ["one file of it is missing", () => rmSync(join(folder, "made/deep/two"))],
  ["something else has made it since", () => writeFileSync(join(folder, "made/one"), "by another version")],
  ["something else has added to it", () => writeFileSync(join(folder, "made/three"), "three")],
  ["its stamp is missing", () => rmSync(join(folder, "stamp"))],
])("makes it again when %s", async (_name, change) => {
  await make();
  expect(await make(change())).toBeUndefined();
  expect(works).toBe(2);
});
