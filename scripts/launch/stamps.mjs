import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";

/** A hash over files and folders of the clone; generated and test files do not count. */
export function hashOf(paths) {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== "generated") add(join(path, name));
    } else if (!path.includes(".test.")) hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** Does `work` unless it was done for the same inputs before; the stamp lies beside its result, so that both go together. */
export async function unlessDone(stampPath, hash, work) {
  const stamp = join(root, stampPath);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return "up to date";
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
