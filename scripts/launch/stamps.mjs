import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";

/** A hash over files and folders of the clone; generated, packed and test files do not count. */
export function hashOf(paths) {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const path of filesBelow(paths, (name) => !["generated", "dist", "node_modules"].includes(name))) {
    if (!path.includes(".test.")) hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/**
 * Does `work`, which makes `outputs`, unless it was done for the same inputs before and what it made is still there. The stamp remembers
 * name and size of each file made, so that a part that was deleted, or made by something else since, is noticed.
 */
export async function unlessDone(stampPath, hash, outputs, work) {
  const stamp = join(root, stampPath);
  const expected = () => `${hash}\n${outlineOf(outputs, stampPath)}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === expected()) return "up to date";
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, expected());
}

function outlineOf(outputs, stampPath) {
  const hash = createHash("sha256");
  for (const path of filesBelow(outputs)) if (path !== stampPath) hash.update(`${path} ${statSync(join(root, path)).size}\n`);
  return hash.digest("hex");
}

/** The files at and below these paths of the clone, in a fixed order. */
function filesBelow(paths, isWanted = () => true) {
  return paths.flatMap((path) => {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stats?.isDirectory()) return stats ? [path] : [];
    const names = readdirSync(join(root, path)).filter(isWanted).sort();
    return filesBelow(
      names.map((name) => `${path}/${name}`),
      isWanted,
    );
  });
}
