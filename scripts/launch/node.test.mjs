import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { root } from "./paths.mjs";

const platformPackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Asks for the Node.js of a clone that needs `engines` and, when `brought` is given, has a package with a node of that version. */
function nodeOfClone({ engines, optionalDependencies = {}, brought }) {
  const clone = mkdtempSync(join(tmpdir(), "boards-node-"));
  folders.push(clone);
  cpSync(join(root, "scripts/launch"), join(clone, "scripts/launch"), { recursive: true });
  writeFileSync(join(clone, "package.json"), JSON.stringify({ type: "module", engines: { node: engines }, optionalDependencies }));
  if (brought) {
    const bin = join(clone, "node_modules", platformPackage, "bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, "node"), `#!/bin/sh\necho v${brought}\n`, { mode: 0o755 });
  }
  const program = `
    import { checkNode, chooseNode } from "./scripts/launch/node.mjs";
    import { launch } from "./scripts/launch/problem.mjs";
    await launch(() => { chooseNode(); console.log(checkNode()); });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: clone, encoding: "utf8" });
  return { status, said: (stdout + stderr).trim() };
}

it("runs on the Node.js that npm brought, though this machine has another", () => {
  expect(nodeOfClone({ engines: ">=99.1", optionalDependencies: { [platformPackage]: "^99" }, brought: "99.1.0" })).toEqual({
    status: 0,
    said: "99.1.0",
  });
});

it("runs on this machine's own Node.js where npm has none for it", () => {
  expect(nodeOfClone({ engines: ">=22.18" })).toEqual({ status: 0, said: process.versions.node });
  expect(nodeOfClone({ engines: ">=22.18", optionalDependencies: { [platformPackage]: "^99" } })).toEqual({ status: 0, said: process.versions.node });
});

it("says in one sentence what to install where neither is new enough", () => {
  for (const clone of [{ engines: ">=99.1" }, { engines: ">=99.1", optionalDependencies: { [platformPackage]: "^99" }, brought: "99.0.9" }]) {
    const { status, said } = nodeOfClone(clone);
    expect(status).toBe(1);
    expect(said).toMatch(/^✗ Boards needs Node\.js 99\.1 or newer\. .+ Install Node\.js 24 from https:\/\/nodejs\.org\.$/);
  }
});

it("finds a Node.js of the same major version for each platform in the lockfile", () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  // npm leaves an optional package that it cannot find out of the lockfile, and says nothing.
  for (const name of Object.keys(optionalDependencies)) {
    expect(packages[`node_modules/${name}`], name).toMatchObject({
      optional: true,
      version: expect.stringMatching(/^24\./),
      bin: { node: expect.any(String) },
    });
  }
});

it("runs these tests on the Node.js that the product runs on", () => {
  expect(Number(process.versions.node.split(".")[0])).toBeGreaterThanOrEqual(22);
});
