import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";
import { hasPooler } from "@/lib/testing/pooler";

const rounds = 600;
/** One of these many statements is refused, and leaves nothing behind. */
const refusedEach = 7;

// On Debian: `apt-get install pgbouncer`. The other tests run through one by `TEST_POOLER=transaction npx vitest run FILES`, or `session`.
describe.skipIf(!hasPooler()).each(["transaction", "session"])("a PgBouncer in %s mode", (mode) => {
  let installation: Awaited<ReturnType<typeof openInstallation>>;
  const load = async () => ({
    ...(await import("@/lib/platform/db/client")),
    ...(await import("@/lib/platform/db/tenant-scope")),
    ...(await import("@/lib/platform/db/lock")),
    ...(await import("@/lib/platform/limits/rate-limits")),
    ...(await import("@/lib/boards/create-board")),
  });
  let boards: Awaited<ReturnType<typeof load>>;
  const tenants: Record<string, string> = {};

  beforeAll(async () => {
    process.env.TEST_POOLER = mode;
    installation = await openInstallation({
      BOARDS_LOCAL: "",
      BOARDS_RATE_LIMIT_STORE: "postgres",
      BOARDS_AUTH_PROVIDER: "password",
      BOARDS_SESSION_SECRET: "s".repeat(32),
    });
    boards = await load();
    for (const name of ["us", "them"]) {
      const viewer = await installation.viewer(name, name);
      await boards.createBoard(viewer, { title: name });
      tenants[name] = viewer.tenantId;
    }
  });
  afterAll(async () => {
    delete process.env.TEST_POOLER;
    await installation.close();
  });

  const titles = async () =>
    (await boards.db().board.findMany({ select: { title: true }, orderBy: { title: "asc" } })).map(({ title }) => title).join();
  const ways = [
    titles,
    async () => (await boards.db().$queryRaw<{ all: string }[]>`SELECT string_agg(title, ',' ORDER BY title) AS all FROM boards.boards`)[0]?.all,
    () => boards.db().$transaction(async (tx) => (await tx.board.findMany({ orderBy: { title: "asc" } })).map(({ title }) => title).join()),
    () =>
      boards.db().$transaction(async (tx) => (await tx.board.findMany({ orderBy: { title: "asc" } })).map(({ title }) => title).join(), {
        isolationLevel: "Serializable",
      }),
  ];

  it("answers everybody with what is theirs, however many share its few sessions, and whatever is refused in between", async () => {
    const asked = Array.from({ length: rounds }, (_, round) => {
      const name = ["us", "them", "the installation"][round % 3] ?? "";
      const read = ways[Math.floor(round / 3) % ways.length] ?? titles;
      const within = <T>(work: () => Promise<T>) => (tenants[name] ? boards.withinTenant(tenants[name], work) : boards.asInstallation(work));
      const refused = () =>
        boards.db().$executeRaw`INSERT INTO boards.tags (id, tenant_id, name, slug) VALUES (gen_random_uuid(), gen_random_uuid(), 'x', 'x')`;
      return within(async () => {
        if (round % refusedEach === 0) await expect(refused()).rejects.toThrow();
        return [name, await read()];
      });
    });
    const wrong = (await Promise.all(asked)).filter(([name, seen]) => seen !== (name === "the installation" ? "them,us" : name));
    expect(wrong).toEqual([]);
  });

  it("keeps role, tenant and time limits of nobody for the next", async () => {
    const standing = () =>
      boards.db()
        .$queryRaw`SELECT current_setting('role') AS role, current_setting('boards.tenant', true) AS tenant, current_setting('statement_timeout') AS limit`;
    const bulk = () => boards.withinTime("bulk", standing);
    for (let round = 0; round < 20; round++) {
      const asked = [standing(), boards.withinTenant(tenants.us ?? "", bulk), boards.withinTenant(null, standing), bulk()];
      expect(await Promise.all(asked)).toEqual([
        [{ role: "none", tenant: "", limit: "15s" }],
        [{ role: "boards_tenant", tenant: tenants.us, limit: "10min" }],
        [{ role: "boards_tenant", tenant: "", limit: "15s" }],
        [{ role: "none", tenant: "", limit: "10min" }],
      ]);
    }
  });

  it("lets one at a time have a lock, and counts for all processes", async () => {
    let inside = 0;
    const most = await Promise.all(
      Array.from({ length: 12 }, () =>
        boards.db().$transaction(async (tx) => {
          await boards.lock(tx, "one at a time");
          inside += 1;
          const now = inside;
          await tx.$queryRaw`SELECT pg_sleep(0.01)::text`;
          inside -= 1;
          return now;
        }),
      ),
    );
    expect(Math.max(...most)).toBe(1);
    const left = await Promise.all(Array.from({ length: 5 }, () => boards.countAgainst("upload", "somebody")));
    expect(left.map((state) => state?.remaining).sort()).toEqual([115, 116, 117, 118, 119]);
    // Counting does not wait for the disk, and nobody else hears of it.
    expect(await boards.db().$queryRaw`SELECT source FROM pg_settings WHERE name = 'synchronous_commit' AND source = 'session'`).toEqual([]);
  });
});
