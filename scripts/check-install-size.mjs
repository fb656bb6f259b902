// `npm run size`: fails when what `npm start` installs, Node.js with it, has outgrown its bound.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./launch/paths.mjs";

const mostMegabytes = 1300;
/** What a file takes is rounded up to this, as most file systems do by default, so that the sum is the same on each. */
const blockBytes = 4096;

/** Files that were counted: one that stands in two packages, as esbuild's program does, takes its place on the disk once. */
const counted = new Set();

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const installed = Object.entries(packages)
  .filter(([path, { dev, link }]) => path.startsWith("node_modules/") && !dev && !link)
  .map(([path]) => ({ path, megabytes: bytesIn(join(root, path)) / 1024 ** 2 }));
const total = installed.reduce((sum, { megabytes }) => sum + megabytes, 0);

console.log(`npm start installs ${total.toFixed(0)} MB of packages; ${mostMegabytes} MB are allowed.`);
if (total > mostMegabytes) {
  const largest = installed.sort((one, other) => other.megabytes - one.megabytes).slice(0, 15);
  console.error(largest.map(({ path, megabytes }) => `${megabytes.toFixed(0).padStart(6)} MB  ${path}`).join("\n"));
  console.error("✗ Use a lighter package, or plain HTTP; move what only tests need to devDependencies.");
  process.exit(1);
}

/** What a package takes on the disk, without the packages inside of it, which stand in the lockfile by themselves; 0 for one that this platform leaves out. */
function bytesIn(folder) {
  let entries = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  return entries
    .filter(({ name }) => name !== "node_modules")
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesIn(path) : sizeOf(path));
    }, 0);
}

function sizeOf(path) {
  const { size, ino, nlink } = lstatSync(path);
  if (nlink > 1 && counted.has(ino)) return 0;
  counted.add(ino);
  return Math.ceil(size / blockBytes) * blockBytes;
}
