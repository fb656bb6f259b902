import { existsSync, globSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "../launch/paths.mjs";
import { Problem } from "../launch/problem.mjs";
import { run } from "../launch/run.mjs";

const version = "64.0.2";
/** Vercel refuses more than 250. */
export const mostMegabytes = 240;

/**
 * Has Vercel's own command make its functions of the production build, without its build and installation. The command is 360 MB of packages,
 * so that it is no dependency: the first call fetches it into node_modules/.cache.
 * @param {string} folder where `output/` goes, as Vercel's Build Output API describes it: https://vercel.com/docs/build-output-api
 * @returns {Promise<{ name: string, megabytes: number }[]>} the functions, the largest first; other routes only link to one of them
 */
export async function makeVercelFunctions(folder) {
  if (!existsSync(join(root, ".next/BUILD_ID"))) throw new Problem("There is no build. Run `npm run build` first.");
  const command = await installedCommand();
  const project = join(root, ".vercel/project.json");
  const isLinked = existsSync(project);
  if (!isLinked) {
    mkdirSync(dirname(project), { recursive: true });
    writeFileSync(project, JSON.stringify({ projectId: "prj_local", orgId: "team_local", settings: { framework: "nextjs", nodeVersion: "24.x" } }));
  }
  const config = { ...JSON.parse(readFileSync(join(root, "vercel.json"), "utf8")), buildCommand: "echo", installCommand: "echo" };
  const local = join(folder, "vercel.json");
  writeFileSync(local, JSON.stringify(config));
  try {
    await run("node", [command, "build", "--prod", "--yes", "--local-config", local, "--output", join(folder, "output")]);
  } finally {
    // A deployment would take it for the project that this folder belongs to.
    if (!isLinked) rmSync(project);
  }
  const functions = join(folder, "output/functions");
  const made = globSync("**/*.func", { cwd: functions }).filter((name) => !lstatSync(join(functions, name)).isSymbolicLink());
  if (made.length === 0) throw new Problem("Vercel made no functions of the build.");
  return made
    .map((name) => ({ name: name.replace(/\.func$/, ""), megabytes: megabytesOf(join(functions, name)) }))
    .sort((one, other) => other.megabytes - one.megabytes);
}

async function installedCommand() {
  const folder = join(root, "node_modules/.cache/vercel", version);
  const command = join(folder, "node_modules/vercel/dist/index.js");
  if (existsSync(command)) return command;
  mkdirSync(folder, { recursive: true });
  // The version of `sandbox` that it asks for was never published.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, overrides: { sandbox: "4.5.0" } }));
  await run("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", `vercel@${version}`]);
  return command;
}

/**
 * What a function holds where it is deployed: each file's path there, and where it lies here.
 * @param {string} folder a function's
 * @returns {{ path: string, source: string }[]}
 */
export function filesOfFunction(folder) {
  const { filePathMap = {} } = JSON.parse(readFileSync(join(folder, ".vc-config.json"), "utf8"));
  const own = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((source) => ({ path: relative(folder, source), source }));
  const named = Object.entries(filePathMap).map(([path, file]) => ({ path, source: join(root, file) }));
  return [...own, ...named].filter(({ source }) => existsSync(source)).map(({ path, source }) => ({ path, source: realpathSync(source) }));
}

function megabytesOf(folder) {
  const sources = new Set(filesOfFunction(folder).map(({ source }) => source));
  return [...sources].reduce((sum, source) => sum + statSync(source).size, 0) / 1024 ** 2;
}
