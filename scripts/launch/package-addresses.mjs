import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * Gives npm a lockfile that says where each package is, for as long as `work` takes. Ours doesn't, so that it serves any registry; npm then reads
 * the list of all versions of each of 900 packages, which takes as long as the rest of an install.
 */
export async function withPackageAddresses(work) {
  // npm prefers it to package-lock.json: https://docs.npmjs.com/cli/configuring-npm/npm-shrinkwrap-json
  const path = join(root, "npm-shrinkwrap.json");
  const remove = () => rmSync(path, { force: true });
  process.once("exit", remove);
  try {
    const registry = (await run("npm", ["config", "get", "registry"])).trim();
    writeFileSync(path, JSON.stringify(addPackageAddresses(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")), registry)));
    return await work();
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** A lockfile in which each package of the registry has its address, as registries name them. */
export function addPackageAddresses(lockfile, registry) {
  const base = registry.replace(/\/+$/, "");
  const packages = Object.entries(lockfile.packages).map(([path, entry]) => {
    const [, nameOfFolder] = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)$/) ?? [];
    if (!nameOfFolder || entry.link || entry.resolved || !entry.version) return [path, entry];
    // An alias stands in a folder of another name.
    const name = entry.name ?? nameOfFolder;
    return [path, { ...entry, resolved: `${base}/${name}/-/${name.split("/").at(-1)}-${entry.version}.tgz` }];
  });
  return { ...lockfile, packages: Object.fromEntries(packages) };
}
