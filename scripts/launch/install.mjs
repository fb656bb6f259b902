import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { oldestForRunning } from "./node.mjs";
import { withPackageAddresses } from "./package-addresses.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { hashOf, unlessDone } from "./stamps.mjs";

const stamp = "node_modules/.boards-stamp";
const isInstalled = (name) => existsSync(join(root, "node_modules", name));

/** Installs what the lockfile says, when it is not installed yet: all that `npm start` needs, or `forDevelopment` also what tests need. */
export async function install({ forDevelopment = false } = {}) {
  const options = ["--include=optional", "--no-audit", "--no-fund"];
  // A clean install would delete what a running server works with.
  if (forDevelopment && isInstalled("next") && !isInstalled("vitest")) {
    await runNpm(["install", "--no-save", "--include=dev", ...options]);
    rmSync(join(root, stamp), { force: true });
  }
  // Who has what tests need keeps it.
  const group = forDevelopment || isInstalled("vitest") ? "--include=dev" : "--omit=dev";
  return unlessDone(stamp, hashOf(["package-lock.json"]), ["node_modules/.package-lock.json"], () => {
    // A clean install deletes node_modules first; someone who installed by hand a moment ago need not wait again.
    const isThere = isInstalled("next") && !existsSync(join(root, stamp));
    return isThere ? undefined : runNpm(["ci", group, ...options]);
  });
}

function runNpm(args) {
  const runIt = () => run("npm", args);
  // A registry may name its files in another way; then npm finds out by itself.
  return withPackageAddresses(runIt).catch(runIt);
}

/** Generates the database client, the types of the GraphQL documents, those of the message catalogue and GraphiQL's file from their sources. */
export async function generate() {
  const notes = await Promise.all([
    unlessDone("prisma/generated/.stamp", hashOf(["prisma/schema", "scripts/generate", "package-lock.json"]), ["prisma/generated"], () =>
      run("node", ["scripts/generate/database-client.mjs"]),
    ),
    unlessDone(
      "lib/client/generated/.stamp",
      hashOf(["lib/api/graphql/schema.graphql", "lib/client", "scripts/generate", "package-lock.json"]),
      ["lib/client/generated"],
      () => run("node", ["scripts/generate/documents.mjs"]),
    ),
    unlessDone(
      "node_modules/.boards-messages-stamp",
      hashOf(["lib/messages/en.json", "scripts/generate"]),
      ["lib/messages/en.d.json.ts", "lib/messages/en.parsed.json"],
      () => run("node", ["scripts/generate/messages.mjs"]),
    ),
    unlessDone("app/graphiql/generated/.stamp", hashOf(["app/graphiql", "scripts/generate", "package-lock.json"]), ["app/graphiql/generated"], () =>
      run("node", ["scripts/generate/graphiql.mjs"]),
    ),
  ]);
  return notes.every(Boolean) ? "up to date" : undefined;
}

/** Lets Next.js write the types of its routes, which a build does by the way, for a type check without one. */
export async function generateRouteTypes() {
  // It is written anew in ways of its own, so that it only has to be there.
  if (!existsSync(join(root, "next-env.d.ts"))) await run("node", ["node_modules/next/dist/bin/next", "typegen"]);
}

/** Builds the application for production. */
export function build(env) {
  const sources = ["app", "lib", "inngest", "prisma/schema", "public", "next.config.mjs", "proxy.ts", "instrumentation.ts", "package-lock.json"];
  // Not all of .next/server: pages that are rendered while the server runs are written there, too.
  const outputs = [".next/BUILD_ID", ".next/required-server-files.json", ".next/server/chunks", ".next/static"];
  return unlessDone(".next/boards-stamp", hashOf(sources), outputs, () => run("node", ["node_modules/next/dist/bin/next", "build"], { env }));
}

/**
 * How the worker becomes one program.
 * @satisfies {import("esbuild").BuildOptions}
 */
export const workerBundle = {
  absWorkingDir: root,
  entryPoints: ["inngest/worker/main.ts", "inngest/worker/serve.ts"],
  outdir: ".next/worker",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: `node${oldestForRunning}`,
  // What is imported only when it is needed stays so.
  splitting: true,
  // No source map: Node.js would take 25 MB for it, and names of functions are kept as they are.
};

/** Makes one program of the worker: it starts at once, in half the memory that its sources take when each is compiled as it is read. */
export function bundleWorker() {
  const sources = ["lib", "inngest", "prisma/schema", "scripts/launch/install.mjs", "tsconfig.json", "package.json", "package-lock.json"];
  return unlessDone(".next/worker-stamp", hashOf(sources), [".next/worker"], async () => {
    const { build: bundle, stop } = await import("esbuild");
    await bundle(workerBundle);
    // Its process would stay beside ours.
    await stop();
  });
}
