import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MigrationError, migratedSchemaFile, migrationsFolder } from "./migrations";
import { currentSchema, sqlBetween } from "./schema-engine";

/** Writes the folder of a new migration, the SQL of what changed in prisma/schema since the last one and the way back, and notes the schema it leads to. */
export async function newMigration(name: string, databaseUrl: string): Promise<string> {
  if (!/^[a-z0-9_]+$/.test(name))
    throw new MigrationError("A migration's name can only contain lowercase letters, digits, and underscores, such as add_board_covers.");
  const [before, after] = await Promise.all([readFile(migratedSchemaFile, "utf8"), currentSchema()]);
  const [sql, downSql] = await Promise.all([sqlBetween(before, after, databaseUrl), sqlBetween(after, before, databaseUrl)]);
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${time}_${name}`);
  await mkdir(folder);
  await Promise.all([
    writeFile(join(folder, "migration.sql"), `${sql || "-- The schema files did not change: write what they cannot say."}\n`),
    writeFile(join(folder, "down.sql"), `${downSql || "-- The way back of migration.sql."}\n`),
    writeFile(migratedSchemaFile, after),
  ]);
  return folder;
}
