import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../launch/paths.mjs";

const loaded = "**/*.{js,cjs,mjs,json,wasm,node,so,so.*,dylib,dll}";

/**
 * What these packages and those they depend on load, as patterns for Next.js: for code that no bundler traces, since it is imported by name
 * when it is used, or by another program. Packages that are not installed, as those for other systems, are left out.
 * @param {...string} names
 * @returns {string[]}
 */
export function filesOf(...names) {
  const found = new Set();
  for (const name of names) {
    const manifest = join(root, "node_modules", name, "package.json");
    if (found.has(name) || !existsSync(manifest)) continue;
    found.add(name);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(manifest, "utf8"));
    names.push(...Object.keys({ ...dependencies, ...optionalDependencies }));
  }
  return [...found].map((name) => `./node_modules/${name}/${loaded}`);
}
