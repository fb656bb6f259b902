import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy";
import { createTestDatabase } from "@/lib/testing/database";
import { prepareDatabase } from "./prepare-database.mjs";

let database;
let folder;
let count = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "boards-prepare-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const prepare = (inputs, name = "stamp") =>
  prepareDatabase(database.url, { stamp: join(folder, name), inputs }, async () => {
    count += 1;
    await deployMigrations(database.url);
    return "done";
  });

async function query(sql) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

it("prepares a database once, and again when code, settings or the database are other ones", async () => {
  expect([await prepare("code"), await prepare("code")]).toEqual(["done", "up to date"]);
  expect([await prepare("other code"), await prepare("other code")]).toEqual(["done", "up to date"]);
  // The first, which creates tables and can't be applied twice, as some of the others can.
  await query(
    "UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE migration_name = (SELECT min(migration_name) FROM public._prisma_migrations)",
  );
  await expect(prepare("other code")).rejects.toThrow();
  await query("UPDATE public._prisma_migrations SET rolled_back_at = NULL");
  expect(await prepare("other code")).toBe("up to date");
  await query("DROP SCHEMA boards CASCADE; DROP TABLE public._prisma_migrations");
  expect([await prepare("other code"), await prepare("other code")]).toEqual(["done", "up to date"]);
  expect(count).toBe(4);
});

it("says what the database says, where it does not let anyone in", async () => {
  await expect(
    prepareDatabase("postgresql://nobody:wrong@127.0.0.1:1/none", { stamp: join(folder, "none"), inputs: "" }, async () => "done"),
  ).rejects.toThrow();
});
