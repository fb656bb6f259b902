import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { filesOf } from "./files-of.mjs";
import { functionSizes, tooLarge } from "./function-sizes.mjs";

const folder = mkdtempSync(join(tmpdir(), "boards-build-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name, content) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

it("sums what a route takes along, each file once, and names the largest of one that is too large", () => {
  write("large.so", Buffer.alloc(61 * 1024 ** 2));
  write("small.js", Buffer.alloc(2 * 1024 ** 2));
  write("tiny.js", Buffer.alloc(1024));
  write("server/instrumentation.js.nft.json", JSON.stringify({ files: ["../small.js"] }));
  write(
    "server/app/api/graphql/route.js.nft.json",
    JSON.stringify({ files: ["../../../../small.js", "../../../../large.so", "../../../../tiny.js"] }),
  );
  write("server/app/api/inngest/route.js.nft.json", JSON.stringify({ files: ["../../../../large.so"] }));
  write("server/app/(studio)/page.js.nft.json", JSON.stringify({ files: [] }));
  const sizes = functionSizes(folder);
  expect(sizes.map(({ route, megabytes }) => [route, Math.round(megabytes)])).toEqual([
    ["api/graphql/route", 63],
    ["api/inngest/route", 63],
    ["(studio)/page", 2],
  ]);
  expect(tooLarge(sizes)).toMatch(
    /^api\/graphql\/route: 63\.0 MB, where 60 are allowed\n +61\.0 MB {2}\S*large\.so\n +2\.0 MB {2}\S*small\.js\n.*tiny\.js$/,
  );
});

it("finds what a package needs of others, and leaves out what is not installed here", () => {
  const files = filesOf("sharp");
  expect(files[0]).toMatch(/^\.\/node_modules\/sharp\//);
  expect(files.some((each) => each.includes("/node_modules/semver/"))).toBe(true);
  expect(filesOf("no-such-package")).toEqual([]);
});
