import { Client } from "pg";
import { describe, expect, it, vi } from "vitest";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy";
import { migrateDeployment } from "@/lib/platform/db/migrate/migrate-deployment";
import { createTestDatabase } from "@/lib/testing/database";

const [pooled, direct] = ["postgresql://host:6543/db", "postgresql://host:5432/db"];

describe("the database of a deployment", () => {
  it.each([
    ["production", undefined, direct],
    ["preview", undefined, null],
    ["preview", "0", null],
    ["preview", "1", direct],
    ["development", undefined, null],
    [undefined, undefined, null],
  ])("of %s, where BOARDS_PREVIEWS is %s, is migrated at %s", async (VERCEL_ENV, BOARDS_PREVIEWS, address) => {
    const migrate = vi.fn(async () => ["one"]);
    const variables = { VERCEL_ENV, BOARDS_PREVIEWS, DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct };
    expect(await migrateDeployment(variables, migrate)).toMatch(address ? /^applied one$/ : /^left the database as it is/);
    expect(migrate.mock.calls).toEqual(address ? [[address]] : []);
  });

  it("is asked for when a build is not told of it", async () => {
    await expect(migrateDeployment({ VERCEL_ENV: "production" })).rejects.toThrow(/DATABASE_URL is missing/);
  });

  it("is migrated once, however many are built at the same time", async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query("DROP SCHEMA boards CASCADE; DROP TABLE public._prisma_migrations");
    const deployment = { VERCEL_ENV: "production", DATABASE_URL: database.url };
    const told = await Promise.all(Array.from({ length: 3 }, () => migrateDeployment(deployment)));
    expect(told.sort()).toEqual([expect.stringMatching(/^applied 2026/), "up to date", "up to date"]);
    expect(await deployMigrations(database.url)).toEqual([]);
    await client.end();
    await database.drop();
  });
});
