import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

/** A Prisma schema as text: all its files in one, without generators. Empty text is an empty database. */
export type SchemaText = string;

interface SchemaEngine {
  diff(parameters: unknown): Promise<{ stdout?: string | null }>;
}

let loaded: ReturnType<typeof loadBindings> | undefined;

/** Prisma's schema engine as WebAssembly: the native one is a download, which not every machine may make. Loads once a process. */
async function loadBindings() {
  const require = createRequire(import.meta.url);
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(require.resolve("@prisma/schema-engine-wasm").replace("schema_engine.js", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

async function openEngine(databaseUrl: string): Promise<SchemaEngine> {
  loaded ??= loadBindings();
  // It insists on a connection, though comparing two texts reads nothing from it.
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  return (await loaded).SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

/** The SQL that turns a database of one schema into one of the other; empty when they do not differ. Any Postgres will do for the engine. */
export async function sqlBetween(from: SchemaText, to: SchemaText, databaseUrl: string): Promise<string> {
  const engine = await openEngine(databaseUrl);
  const target = (content: SchemaText) => (content ? { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] } : { tag: "empty" });
  const filters = { externalTables: [], externalEnums: [] };
  const { stdout } = await engine.diff({ from: target(from), to: target(to), script: true, shadowDatabaseUrl: null, exitCode: null, filters });
  const sql = (stdout ?? "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}

/** What prisma/schema says now. */
export async function currentSchema(): Promise<SchemaText> {
  const folder = join(process.cwd(), "prisma/schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n").replace(/^generator \w+ \{[^}]*\}\n+/gm, "");
}
