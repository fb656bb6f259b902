import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { hashOf, unlessDone } from "./stamps.mjs";

/** Installs what the lockfile says, when it is not installed yet. */
export function install() {
  return unlessDone("node_modules/.boards-stamp", hashOf(["package-lock.json"]), () => {
    // A clean install deletes node_modules first; someone who installed by hand a moment ago need not wait again.
    const isThere = existsSync(join(root, "node_modules/next")) && !existsSync(join(root, "node_modules/.boards-stamp"));
    return isThere ? undefined : run("npm", ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"]);
  });
}

/** Generates the database client and the typed GraphQL documents from their sources. */
export function generate() {
  const sources = ["prisma/schema", "lib/graphql/schema.graphql", "lib/client", "codegen.config.mjs", "package-lock.json"];
  return unlessDone("prisma/generated/.stamp", hashOf(sources), async () => {
    await run("npx", ["prisma", "generate"]);
    await run("npx", ["graphql-codegen", "--config", "codegen.config.mjs"]);
  });
}

/** Builds the application for production. */
export function build(env) {
  const sources = ["app", "lib", "inngest", "prisma/schema", "public", "next.config.mjs", "proxy.ts", "instrumentation.ts", "package-lock.json"];
  return unlessDone(".next/boards-stamp", hashOf(sources), () => run("npx", ["next", "build"], { env }));
}
