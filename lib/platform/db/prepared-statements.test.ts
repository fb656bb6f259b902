import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { maximumNames } from "@/lib/platform/db/statement-names";
import { openInstallation } from "@/lib/testing/installation";

const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/platform/db/database-error")),
  ...(await import("@/lib/platform/db/prepared-adapter")),
  ...(await import("@/lib/platform/db/scoped-pool")),
  ...(await import("@/lib/boards/create-board")),
});
let installation: Awaited<ReturnType<typeof openInstallation>>;
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  // One connection of each role, which everything here shares.
  installation = await openInstallation({ BOARDS_DATABASE_POOL_SIZE: "1" });
  boards = await load();
});
afterAll(() => installation.close());

interface Kept {
  statement: string;
  plans: number;
}

/** The statements that the connection of the running code keeps, with how often their general plan was used. */
const kept = () => boards.db().$queryRaw<Kept[]>`SELECT statement, generic_plans::int AS plans FROM pg_prepared_statements`;

describe("prepared statements", () => {
  it("show each tenant its own rows alone, by one plan of one connection", async () => {
    const viewers = [await installation.viewer("us"), await installation.viewer("them", "other-tenant")];
    for (const viewer of viewers) await boards.createBoard(viewer, { title: `of ${viewer.tenantId}` });
    const titles = (viewer: Viewer) =>
      boards.withinTenant(viewer.tenantId, async () => (await boards.db().board.findMany({ select: { title: true } })).map(({ title }) => title));
    for (let round = 0; round < 20; round++) for (const viewer of viewers) expect(await titles(viewer)).toEqual([`of ${viewer.tenantId}`]);
    const plans = (await boards.withinTenant(null, kept)).filter(({ statement }) => /FROM "boards"\."boards"/.test(statement));
    expect(plans.length).toBeGreaterThan(0);
    expect(Math.max(...plans.map((each) => each.plans))).toBeGreaterThan(20);
  });

  it("are made anew when a migration has changed their columns", async () => {
    const client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("CREATE TABLE boards.changing (id int); INSERT INTO boards.changing VALUES (1)");
    const read = (database: Pick<ReturnType<typeof boards.db>, "$queryRawUnsafe">) => database.$queryRawUnsafe("SELECT * FROM boards.changing");
    for (let time = 0; time < 3; time++) expect(await read(boards.db())).toEqual([{ id: 1 }]);

    await client.query("ALTER TABLE boards.changing ADD COLUMN name text DEFAULT 'new'");
    expect(await read(boards.db())).toEqual([{ id: 1, name: "new" }]);

    const inTransaction = () => boards.db().$transaction((tx) => tx.$queryRawUnsafe("SELECT * FROM boards.changing AS t"));
    for (let time = 0; time < 3; time++) await inTransaction();
    await client.query("ALTER TABLE boards.changing DROP COLUMN name");
    expect(await read(boards.db())).toEqual([{ id: 1 }]);
    expect(boards.databaseErrorOf(await inTransaction().catch((error) => error))?.reason).toBe("database.busy");
    expect(await inTransaction()).toEqual([{ id: 1 }]);
    await client.end();
  });

  it("are given up by a connection that has seen too many of them", async () => {
    for (let each = 0; each < maximumNames + 20; each++)
      for (let time = 0; time < 2; time++) await boards.db().$queryRawUnsafe(`SELECT ${each} AS number`);
    const count = (await kept()).length;
    expect(count).toBeLessThanOrEqual(maximumNames + 1);
    expect(await boards.db().$queryRawUnsafe("SELECT 7 AS number")).toEqual([{ number: 7 }]);
  });

  it("can be left out", async () => {
    const pool = new boards.ScopedPool({ connectionString: process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL, max: 1, isPreparing: false });
    const adapter = await new boards.PreparedAdapter(pool, { isPreparing: false }).connect();
    for (let time = 0; time < 3; time++) await adapter.queryRaw({ sql: "SELECT 1", args: [], argTypes: [] });
    const { rows } = await adapter.queryRaw({ sql: "SELECT count(*)::int FROM pg_prepared_statements", args: [], argTypes: [] });
    expect(rows).toEqual([[0]]);
    await adapter.dispose();
  });
});
