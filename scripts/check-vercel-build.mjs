// `npm run size:vercel`, after a build: has Vercel's own command make its functions of it, and fails when one takes too much.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeVercelFunctions, mostMegabytes } from "./build/vercel-functions.mjs";
import { launch, Problem } from "./launch/problem.mjs";

await launch(async () => {
  const folder = mkdtempSync(join(tmpdir(), "boards-vercel-"));
  try {
    const functions = await makeVercelFunctions(folder);
    for (const { name, megabytes } of functions) console.log(`${megabytes.toFixed(1).padStart(7)} MB  ${name}`);
    const large = functions.filter(({ megabytes }) => megabytes > mostMegabytes).map(({ name }) => name);
    if (large.length > 0) throw new Problem(`${large.join(", ")}: more than ${mostMegabytes} MB. \`npm run size:functions\` says what of.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
