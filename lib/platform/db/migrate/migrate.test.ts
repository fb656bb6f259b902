import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployMigrations, migrationStatus, rollbackMigration } from "@/lib/platform/db/migrate/deploy";
import { migratedSchemaFile, readMigrations } from "@/lib/platform/db/migrate/migrations";
import { currentSchema, sqlBetween } from "@/lib/platform/db/migrate/schema-engine";
import { createTestDatabase } from "@/lib/testing/database";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: Client;

const scalar = async (sql: string, values: unknown[] = []) => Object.values((await client.query(sql, values)).rows[0] ?? {})[0];

/** Every column, index and key of the product's tables, as Postgres describes them; checks and partial indexes are ours alone. */
async function catalogOf(of: Client): Promise<string[]> {
  const { rows } = await of.query<{ line: string }>(`
    SELECT concat_ws(' ', table_name, column_name, data_type, udt_name, is_nullable, column_default, character_maximum_length, numeric_precision, numeric_scale, datetime_precision) AS line
      FROM information_schema.columns WHERE table_schema = 'boards'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'boards' AND indexdef NOT LIKE '% WHERE %'
    UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'boards'::regnamespace AND contype IN ('p', 'u', 'f')
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe("migrations", () => {
  it("go all the way, all the way back and all the way again, and end where the schema files say", async () => {
    const all = (await readMigrations()).map(({ name }) => name);
    expect(await migrationStatus(database.url)).toEqual({ applied: all, pending: [] });
    for (const name of [...all].reverse()) expect(await rollbackMigration(database.url)).toBe(name);
    expect(await rollbackMigration(database.url)).toBeNull();
    expect(await scalar("SELECT count(*)::int FROM information_schema.schemata WHERE schema_name = 'boards'")).toBe(0);
    expect(await deployMigrations(database.url)).toEqual(all);
    expect(await deployMigrations(database.url)).toEqual([]);
  });

  it("leave a database that does not differ from one made straight from the schema files", async () => {
    const straight = await createTestDatabase();
    const other = new Client({ connectionString: straight.url });
    await other.connect();
    await other.query("DROP SCHEMA boards CASCADE");
    await other.query(await sqlBetween("", await currentSchema(), database.url));
    const [migrated, made] = [await catalogOf(client), await catalogOf(other)];
    expect(migrated.length).toBeGreaterThan(200);
    expect(migrated).toEqual(made);
    await other.query("ALTER TABLE boards.tags ALTER COLUMN description SET NOT NULL");
    expect(migrated).not.toEqual(await catalogOf(other));
    await other.end();
    await straight.drop();
  });

  it("have been made from what the schema files say now (else: npm run db:new)", async () => {
    expect(await sqlBetween(await readFile(migratedSchemaFile, "utf8"), await currentSchema(), database.url)).toBe("");
  });

  it("leave nothing of one that fails, and refuse one that was changed after it had been applied", async () => {
    const [first] = await readMigrations();
    if (!first) throw new Error("there is no migration");
    const broken = {
      name: "29990101000000_broken",
      sql: "CREATE TABLE boards.half (id int); SELECT nonsense",
      downSql: "",
      checksum: "0",
    };
    await expect(deployMigrations(database.url, [first, broken])).rejects.toThrow(/29990101000000_broken failed and was taken back/);
    expect(await scalar("SELECT to_regclass('boards.half')::text")).toBeNull();
    await expect(deployMigrations(database.url, [{ ...first, checksum: "other" }])).rejects.toThrow(/was changed after it had been applied/);
  });
});

describe("the data model", () => {
  const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;

  it("deletes a board with members, generations and tags, and orphans nothing", async () => {
    await client.query("INSERT INTO boards.tenants (id, name, slug) VALUES ($1, 'T', 't')", [id(1)]);
    for (const user of [2, 3])
      await client.query(
        `WITH account AS (INSERT INTO boards.accounts (id, auth_provider, auth_subject) VALUES ($1, 'test', $3) RETURNING id)
         INSERT INTO boards.users (id, tenant_id, account_id) SELECT $1, $2, id FROM account`,
        [id(user), id(1), `subject ${user}`],
      );
    await client.query("INSERT INTO boards.boards (id, tenant_id, owner_id, title) VALUES ($1, $2, $3, 'B')", [id(4), id(1), id(2)]);
    await client.query("INSERT INTO boards.board_members (id, board_id, user_id, role, invited_by) VALUES ($1, $2, $3, 'editor', $4)", [
      id(5),
      id(4),
      id(3),
      id(2),
    ]);
    await client.query(
      `INSERT INTO boards.generations (id, tenant_id, board_id, user_id, generator_name, artifact_type, input_params, batch_id, input_artifacts)
       VALUES ($1, $2, $3, $4, 'sketch', 'image', '{}', $1, $5)`,
      [id(6), id(1), id(4), id(2), JSON.stringify([{ generation_id: id(99), role: "image", artifact_type: "image" }])],
    );
    await client.query("INSERT INTO boards.tags (id, tenant_id, name, slug) VALUES ($1, $2, 'Tag', 'tag')", [id(7), id(1)]);
    await client.query("INSERT INTO boards.generation_tags (id, generation_id, tag_id) VALUES ($1, $2, $3)", [id(8), id(6), id(7)]);
    expect(await scalar("SELECT role FROM boards.generation_inputs WHERE input_generation_id = $1", [id(99)])).toBe("image");

    await client.query("DELETE FROM boards.boards WHERE id = $1", [id(4)]);
    for (const table of ["board_members", "generations", "generation_tags", "generation_inputs"])
      expect(await scalar(`SELECT count(*)::int FROM boards.${table}`)).toBe(0);
    expect(await scalar("SELECT count(*)::int FROM boards.tags")).toBe(1);
  });

  it.each([
    ["a status that does not exist", "status", "weird"],
    ["an artifact type that does not exist", "artifact_type", "bogus"],
  ])("refuses %s", async (_what, column, value) => {
    await client.query("INSERT INTO boards.boards (id, tenant_id, owner_id, title) VALUES ($1, $2, $3, 'B') ON CONFLICT DO NOTHING", [
      id(4),
      id(1),
      id(2),
    ]);
    const row = { artifact_type: "image", status: "pending", [column]: value };
    const insert = client.query(
      `INSERT INTO boards.generations (id, tenant_id, board_id, user_id, generator_name, artifact_type, status, input_params, batch_id)
       VALUES ($1, $2, $3, $4, 'sketch', $5, $6, '{}', $1)`,
      [id(10), id(1), id(4), id(2), row.artifact_type, row.status],
    );
    await expect(insert).rejects.toThrow(/check constraint/);
  });
});
