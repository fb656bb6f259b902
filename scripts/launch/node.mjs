import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const { engines, optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

/** What the launchers themselves need, which run before anything is installed. */
const oldestForLaunching = "20.19";
/** The oldest version that everything else runs on. */
export const oldestForRunning = engines.node.replace(">=", "");
const fromNpm = [`node-${platform}`, `node-bin-${platform}`].find((name) => name in optionalDependencies);

/**
 * Puts the Node.js that npm installs first in the path of everything that is started, and this one, which a machine without
 * such a package runs on, behind it. Refuses one that is too old before anything is installed.
 */
export function chooseNode() {
  if (isOlder(process.versions.node, fromNpm ? oldestForLaunching : oldestForRunning)) throw tooOld(process.versions.node);
  const folders = [...(fromNpm ? [join(root, "node_modules", fromNpm, "bin")] : []), dirname(process.execPath), process.env.PATH];
  process.env.PATH = folders.join(delimiter);
}

/** The version of the Node.js that everything runs on, once packages are installed; one that is too old is refused. */
export function checkNode() {
  const { stdout } = spawnSync("node", ["--version"], { encoding: "utf8" });
  const version = stdout?.trim().slice(1) ?? "";
  if (!version || isOlder(version, oldestForRunning)) throw tooOld(version);
  return version;
}

function tooOld(version) {
  const here = version ? `This machine has ${version}` : "It does not run on this machine";
  const sentence = `Boards needs Node.js ${oldestForRunning} or newer. ${here}, and npm has installed no newer one for ${platform}.`;
  return new Problem(`${sentence} Install Node.js 24 from https://nodejs.org.`);
}

function isOlder(version, oldest) {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldest.split(".").map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
