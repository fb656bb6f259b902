import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One folder of prisma/migrations. */
export interface Migration {
  name: string;
  sql: string;
  downSql: string;
  /** SHA-256 of migration.sql in hex, as Prisma records it. */
  checksum: string;
}

/** Something that whoever migrates can mend: its sentence is all they need. */
export class MigrationError extends Error {}

/** Where the migrations of this project lie. */
export const migrationsFolder = join(process.cwd(), "prisma/migrations");

/** What the schema files said when the newest migration was made: the next one starts from it. */
export const migratedSchemaFile = join(migrationsFolder, "schema.prisma");

/** Reads every migration, oldest first. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const files = ["migration.sql", "down.sql"].map((file) => readFile(join(folder, name, file), "utf8"));
      const [sql = "", downSql = ""] = await Promise.all(files);
      return { name, sql, downSql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}
