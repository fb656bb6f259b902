// `npm run size:vercel`, after a build: has Vercel's own command make its functions of it, and fails when one takes too much. Its command is
// 360 MB of packages, so that it is no dependency: the first run fetches it into node_modules/.cache.
import { existsSync, globSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./launch/paths.mjs";
import { launch, Problem } from "./launch/problem.mjs";
import { run } from "./launch/run.mjs";

const version = "64.0.2";
/** Vercel refuses more than 250. */
const mostMegabytes = 240;

await launch(async () => {
  if (!existsSync(join(root, ".next/BUILD_ID"))) throw new Problem("There is no build. Run `npm run build` first.");
  const folder = mkdtempSync(join(tmpdir(), "boards-vercel-"));
  try {
    await makeFunctions(await installedCommand(), folder);
    const sizes = sizesOf(join(folder, "output/functions"));
    for (const { name, megabytes } of sizes) console.log(`${megabytes.toFixed(1).padStart(7)} MB  ${name}`);
    const large = sizes.filter(({ megabytes }) => megabytes > mostMegabytes).map(({ name }) => name);
    if (sizes.length === 0) throw new Problem("Vercel made no functions of the build.");
    if (large.length > 0) throw new Problem(`${large.join(", ")}: more than ${mostMegabytes} MB. \`npm run size:functions\` says what of.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

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

async function makeFunctions(command, folder) {
  const project = join(root, ".vercel/project.json");
  const isLinked = existsSync(project);
  if (!isLinked) {
    mkdirSync(dirname(project), { recursive: true });
    writeFileSync(project, JSON.stringify({ projectId: "prj_local", orgId: "team_local", settings: { framework: "nextjs", nodeVersion: "24.x" } }));
  }
  // The build that is there, and neither a migration nor an installation.
  const config = { ...JSON.parse(readFileSync(join(root, "vercel.json"), "utf8")), buildCommand: "echo", installCommand: "echo" };
  const local = join(folder, "vercel.json");
  writeFileSync(local, JSON.stringify(config));
  try {
    await run("node", [command, "build", "--prod", "--yes", "--local-config", local, "--output", join(folder, "output")]);
  } finally {
    // A deployment would take it for the project that this folder belongs to.
    if (!isLinked) rmSync(project);
  }
}

/** Each function that was made, the largest first: the files that it names, and those in its own folder. Others only link to one of them. */
function sizesOf(functions) {
  const folders = globSync("**/*.func", { cwd: functions }).filter((name) => !lstatSync(join(functions, name)).isSymbolicLink());
  return folders
    .map((name) => {
      const folder = join(functions, name);
      const { filePathMap = {} } = JSON.parse(readFileSync(join(folder, ".vc-config.json"), "utf8"));
      const inside = globSync("**/*", { cwd: folder }).map((file) => join(folder, file));
      const files = new Set(
        [...inside, ...Object.values(filePathMap).map((file) => join(root, file))].filter(existsSync).map((file) => realpathSync(file)),
      );
      const bytes = [...files].reduce((sum, file) => sum + (statSync(file).isFile() ? statSync(file).size : 0), 0);
      return { name: name.replace(/\.func$/, ""), megabytes: bytes / 1024 ** 2 };
    })
    .sort((one, other) => other.megabytes - one.megabytes);
}
