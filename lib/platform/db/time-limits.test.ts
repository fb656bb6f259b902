import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/database-error")),
  ...(await import("@/lib/platform/db/time-limits")),
  ...(await import("@/lib/platform/db/tenant-scope")),
});
let boards: Awaited<ReturnType<typeof load>>;
let outsider: Client;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  outsider = new Client({ connectionString: process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL ?? "" });
  await outsider.connect();
});
afterAll(async () => {
  await outsider.end();
  await installation.close();
});

const settings = () =>
  boards.db().$queryRaw<Record<string, string>[]>`
    SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
      current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('jit') AS jit, current_setting('role') AS role`;

describe("time limits", () => {
  it("hold on every connection, whoever opens it, and no startup parameter says so", async () => {
    const usual = { statement: "15s", lock: "10s", idle: "30s", jit: "off" };
    expect(await settings()).toMatchObject([usual]);
    expect(await boards.withinTenant("0192aaaa-0000-7000-8000-000000000001", settings)).toMatchObject([{ ...usual, role: "boards_tenant" }]);
    const { rows } = await outsider.query("SHOW statement_timeout");
    expect(rows).toEqual([{ statement_timeout: "15s" }]);
    // So that a transaction pooler takes them.
    const { rows: own } = await outsider.query("SELECT source FROM pg_settings WHERE name IN ('jit', 'statement_timeout', 'lock_timeout')");
    expect(new Set(own.map(({ source }) => source))).toEqual(new Set(["database user"]));
  });

  it("are wider by name, for that work alone", async () => {
    await boards.withinTime("bulk", async () => expect(await settings()).toMatchObject([{ statement: "10min", lock: "1min", idle: "5min" }]));
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, each) => (each % 2 ? boards.withinTime("bulk", settings) : boards.withinTenant(null, settings))),
    );
    expect(many.map(([row]) => row?.statement)).toEqual(many.map((_, each) => (each % 2 ? "10min" : "15s")));
  });

  it("are set once: a second deployment changes nothing", async () => {
    const kept = `SELECT setting.xmin, setconfig FROM pg_db_role_setting AS setting JOIN pg_database ON pg_database.oid = setdatabase
      WHERE datname = current_database()`;
    const before = await outsider.query(kept);
    expect(before.rows).toHaveLength(1);
    await boards.setConnectionDefaults(outsider);
    expect((await outsider.query(kept)).rows).toEqual(before.rows);
  });

  it("end with an error that says what to do", async () => {
    const viewer = await installation.viewer("owner");
    await outsider.query("BEGIN; LOCK TABLE boards.tags IN ACCESS EXCLUSIVE MODE");
    const limited = (name: "lock_timeout" | "statement_timeout") =>
      boards
        .db()
        .$transaction(async (tx) => {
          await tx.$queryRaw`SELECT set_config(${name}, '50ms', true)`;
          return tx.tag.findMany({ where: { tenantId: viewer.tenantId } });
        })
        .catch(boards.databaseErrorOf);
    expect(await limited("lock_timeout")).toMatchObject({ reason: "database.busy", row: { httpStatus: 503, retry: true } });
    expect(await limited("statement_timeout")).toMatchObject({ reason: "database.too_slow", row: { httpStatus: 503, retry: true } });
    const raw = boards.db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('statement_timeout', '50ms', true)`;
      return tx.$queryRaw`SELECT count(*) FROM boards.tags`;
    });
    expect(await raw.catch(boards.databaseErrorOf)).toMatchObject({ reason: "database.too_slow" });
    await outsider.query("ROLLBACK");
    expect(boards.databaseErrorOf(new Error("something else"))).toBeNull();
  });
});

describe("somebody who has gone", () => {
  const waiting = async () =>
    (await outsider.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount;

  it("leaves no statement behind, and the connection that ran it goes to nobody else", async () => {
    await outsider.query("BEGIN; LOCK TABLE boards.tags IN ACCESS EXCLUSIVE MODE");
    const gone = new AbortController();
    const failed: unknown[] = [];
    const asked = Array.from({ length: 3 }, () =>
      boards
        .withinTenant(null, async () => {
          boards.endWith(gone.signal);
          return boards.db().tag.findMany();
        })
        .catch((error: unknown) => failed.push(error)),
    );
    await expect.poll(waiting).toBe(3);
    gone.abort();
    await Promise.all(asked);
    expect(failed).toHaveLength(3);
    await expect.poll(waiting).toBe(0);
    await outsider.query("ROLLBACK");
    const others = await Promise.all(Array.from({ length: 30 }, () => boards.withinTenant(null, () => boards.db().tag.count())));
    expect(others).toEqual(Array(30).fill(0));
  });

  it("leaves none behind that was read as the installation, and none is ended that many wait for", async () => {
    await outsider.query("BEGIN; LOCK TABLE boards.tags IN ACCESS EXCLUSIVE MODE");
    const gone = new AbortController();
    const asked = boards.withinTenant(null, async () => {
      boards.endWith(gone.signal);
      const own = boards.readAsInstallation(() => boards.db().tag.count()).catch(() => "ended");
      const shared = boards.asInstallation(() => boards.db().tag.count());
      return [await own, await shared];
    });
    await expect.poll(waiting).toBe(2);
    gone.abort();
    await expect.poll(waiting).toBe(1);
    await outsider.query("ROLLBACK");
    expect(await asked).toEqual(["ended", 0]);
  });

  it("begins no further statement", async () => {
    const gone = new AbortController();
    gone.abort();
    const asked = boards.withinTenant(null, async () => {
      boards.endWith(gone.signal);
      return boards.db().tag.findMany().catch(boards.databaseErrorOf);
    });
    expect(await asked).toMatchObject({ reason: "request.abandoned" });
  });
});
