import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { until } from "@/lib/testing/until";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let limits: typeof import("@/lib/platform/limits/rate-limits");

beforeAll(async () => {
  installation = await openInstallation({
    ...jwtSettings,
    BOARDS_RATE_LIMIT_STORE: "postgres",
    BOARDS_RATE_LIMITS: JSON.stringify({ upload: 5, anonymous: 3 }),
  });
  limits = await import("@/lib/platform/limits/rate-limits");
});
afterAll(async () => {
  await (globalThis as { boardsLimits?: { pool?: { end(): Promise<void> } } }).boardsLimits?.pool?.end();
  await installation.close();
});

describe("rate limits, counted in Postgres", () => {
  it("let through as many as they say, count each key for itself, and say when to come back", async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => limits.countAgainst("upload", "ada")));
    expect(all.filter((result) => result.status === "fulfilled")).toHaveLength(5);
    await expect(limits.countAgainst("upload", "ada")).rejects.toMatchObject({
      reason: "request.rate_limited",
      facts: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) },
    });
    expect(await limits.countAgainst("upload", "bob")).toMatchObject({ limit: 5, remaining: 4 });
    expect(limits.limitHeaders({ limit: 5, remaining: 4, resetSeconds: 60 })).toEqual({
      "ratelimit-limit": "5",
      "ratelimit-remaining": "4",
      "ratelimit-reset": "60",
    });
  });

  it("do not wait for the disk", async () => {
    await limits.countAgainst("upload", "carol");
    const { pool } = (globalThis as unknown as { boardsLimits: { pool: Pool } }).boardsLimits;
    expect((await pool.query("SHOW synchronous_commit")).rows).toEqual([{ synchronous_commit: "off" }]);
  });

  it("go on when PostgreSQL has ended their connections", async () => {
    const { db } = await import("@/lib/platform/db/client");
    const { pool } = (globalThis as unknown as { boardsLimits: { pool: Pool } }).boardsLimits;
    await limits.countAgainst("upload", "dora");
    expect(pool.listenerCount("error")).toBe(1);
    await db().$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'boards-limits' AND datname = current_database()`;
    // As long as one is lost that nobody has missed yet, this process counts for itself.
    await until(() => pool.totalCount === 0);
    expect(await limits.countAgainst("upload", "dora")).toMatchObject({ limit: 5, remaining: 3 });
  });

  it("answer 429 first, with standard headers, before any work is done", async () => {
    const { routeHandler } = await import("@/lib/api/route-handler");
    let worked = 0;
    const handle = routeHandler({}, async () => {
      worked += 1;
      return Response.json({});
    });
    const answers = [];
    for (let each = 0; each < 4; each++) answers.push(await handle(new Request("http://localhost/", { headers: { "x-boards-peer": "10.9.8.7" } })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
    expect(answers.map((answer) => answer.headers.get("ratelimit-remaining"))).toEqual(["2", "1", "0", null]);
    expect(worked).toBe(3);
    expect(Number(answers[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answers[3]?.json()).toMatchObject({ code: "RATE_LIMITED", reason: "request.rate_limited", retryAfterSeconds: expect.any(Number) });
    expect((await handle(new Request("http://localhost/", { headers: { "x-boards-peer": "10.9.8.6" } }))).status).toBe(200);
  });

  it("count what shows a key that does not hold like any other stranger, by its network", async () => {
    const { routeHandler } = await import("@/lib/api/route-handler");
    const handle = routeHandler({}, async () => Response.json({}));
    const headers = (address: string) => ({ "x-boards-peer": address, authorization: `Bearer boards_${"x".repeat(40)}` });
    const ask = async (address: string) => (await handle(new Request("http://localhost/", { headers: headers(address) }))).status;
    expect([await ask("2001:db8::1"), await ask("2001:db8::2"), await ask("2001:db8::3"), await ask("2001:db8::4")]).toEqual([401, 401, 401, 429]);
    expect(await ask("2001:db8:0:1::1")).toBe(401);
  });
});
