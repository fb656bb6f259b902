import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

/** Prisma's schema engine as WebAssembly: the native one is a download, which not every machine may make. */
interface SchemaEngine {
  diff(parameters: unknown): Promise<{ exitCode: number; stdout?: string | null }>;
  introspect(parameters: unknown): Promise<{ schema: { files: { path: string; content: string }[] } }>;
}

interface SchemaFile {
  path: string;
  content: string;
}

async function loadEngine(databaseUrl: string): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url);
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(require.resolve("@prisma/schema-engine-wasm").replace("schema_engine.js", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  const files = await schemaFiles();
  return bindings.SchemaEngine.new({ datamodels: files.map(({ path, content }) => [path, content]) }, () => undefined, adapter);
}

/** What turns the database at this address into what prisma/schema says, as SQL; empty when they do not differ. */
export async function sqlFromDatabaseToSchema(databaseUrl: string): Promise<string> {
  return diff(databaseUrl, await databaseSchema(databaseUrl), { tag: "schemaDatamodel", files: await schemaFiles() });
}

/** The way back of `sqlFromDatabaseToSchema`. */
export async function sqlFromSchemaToDatabase(databaseUrl: string): Promise<string> {
  return diff(databaseUrl, { tag: "schemaDatamodel", files: await schemaFiles() }, await databaseSchema(databaseUrl));
}

async function diff(databaseUrl: string, from: unknown, to: unknown): Promise<string> {
  const engine = await loadEngine(databaseUrl);
  const filters = { externalTables: [], externalEnums: [] };
  const { stdout } = await engine.diff({ from, to, script: true, shadowDatabaseUrl: null, exitCode: null, filters });
  const sql = (stdout ?? "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}

/** The database's schema, read from the database. */
async function databaseSchema(databaseUrl: string): Promise<unknown> {
  const engine = await loadEngine(databaseUrl);
  const files = (await schemaFiles()).filter(({ path }) => path.endsWith("datasource.prisma"));
  const { schema } = await engine.introspect({
    schema: { files },
    baseDirectoryPath: process.cwd(),
    force: true,
    compositeTypeDepth: -1,
    namespaces: ["boards"],
  });
  return { tag: "schemaDatamodel", files: schema.files.map(({ path, content }) => ({ path, content: withoutGenerators(content) })) };
}

const withoutGenerators = (content: string) => content.replace(/^generator \w+ \{[^}]*\}\n/gm, "");

/** The files of prisma/schema, without their generators. */
export async function schemaFiles(): Promise<SchemaFile[]> {
  const folder = join(process.cwd(), "prisma/schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(names.map(async (name) => ({ path: join(folder, name), content: withoutGenerators(await readFile(join(folder, name), "utf8")) })));
}
