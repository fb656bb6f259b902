import { existsSync } from "node:fs";
import { join } from "node:path";
import { declareMessages } from "./messages.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { hashOf, unlessDone } from "./stamps.mjs";

/** Installs what the lockfile says, when it is not installed yet. */
export function install() {
  return unlessDone("node_modules/.boards-stamp", hashOf(["package-lock.json"]), ["node_modules/.package-lock.json"], () => {
    // A clean install deletes node_modules first; someone who installed by hand a moment ago need not wait again.
    const isThere = existsSync(join(root, "node_modules/next")) && !existsSync(join(root, "node_modules/.boards-stamp"));
    return isThere ? undefined : run("npm", ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"]);
  });
}

/** Generates the database client, the typed GraphQL documents and the types of messages and Next.js from their sources. */
export async function generate() {
  declareMessages();
  const notes = [
    await unlessDone("prisma/generated/.stamp", hashOf(["prisma/schema", "package-lock.json"]), ["prisma/generated"], () =>
      run("npx", ["prisma", "generate"]),
    ),
    await unlessDone(
      "lib/client/generated/.stamp",
      hashOf(["lib/api/graphql/schema.graphql", "lib/client", "codegen.config.mjs", "package-lock.json"]),
      ["lib/client/generated"],
      () => run("npx", ["graphql-codegen", "--config", "codegen.config.mjs"]),
    ),
  ];
  // Next.js writes it anew in its own ways, so that it only has to be there.
  const hasTypes = existsSync(join(root, "next-env.d.ts"));
  if (!hasTypes) await run("npx", ["next", "typegen"]);
  return hasTypes && notes.every(Boolean) ? "up to date" : undefined;
}

/** Builds the application for production. */
export function build(env) {
  const sources = ["app", "lib", "inngest", "prisma/schema", "public", "next.config.mjs", "proxy.ts", "instrumentation.ts", "package-lock.json"];
  // Not all of .next/server: pages that are rendered while the server runs are written there, too.
  const outputs = [".next/BUILD_ID", ".next/required-server-files.json", ".next/server/chunks", ".next/static"];
  return unlessDone(".next/boards-stamp", hashOf(sources), outputs, () => run("npx", ["next", "build"], { env }));
}
