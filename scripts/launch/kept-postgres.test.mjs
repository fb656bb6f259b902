import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, it, vi } from "vitest";
import { keepPostgres } from "./kept-postgres.mjs";
import { startPostgres } from "./postgres.mjs";

const folder = mkdtempSync(join(tmpdir(), "boards-kept-"));
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("starts PostgreSQL again after a kill, with its data and at its address", async () => {
  const started = [];
  const start = async (place) => {
    const postgres = await startPostgres(place, { settings: ["fsync=off"] });
    started.push(postgres);
    return postgres;
  };
  const [onMove, onGiveUp] = [vi.fn(), vi.fn()];
  const kept = await keepPostgres(join(folder, "postgres"), { onMove, onGiveUp, start });
  try {
    await query(kept.url, "CREATE TABLE kept AS SELECT 1 AS number");
    process.kill(started[0].pid, "SIGKILL");
    await expect.poll(() => started).toHaveLength(2);
    expect(await query(started[1].url, "SELECT number FROM kept")).toEqual([{ number: 1 }]);
    expect(onMove.mock.calls).toEqual(started[1].url === kept.url ? [] : [[started[1].url]]);
    expect(onGiveUp).not.toHaveBeenCalled();
  } finally {
    await kept.stop();
  }
  expect(() => process.kill(started[1].pid, 0)).toThrow("ESRCH");
}, 120_000);

it("tells a new address, and tries again while PostgreSQL does not start", async () => {
  const ended = 2 ** 30;
  const start = vi
    .fn()
    .mockResolvedValueOnce({ url: "one", pid: ended })
    .mockRejectedValueOnce(new Error("still in use"))
    .mockResolvedValue({ url: "two", pid: process.pid, stop: async () => undefined });
  const [onMove, onGiveUp] = [vi.fn(), vi.fn()];
  const kept = await keepPostgres(folder, { onMove, onGiveUp, start });
  await expect.poll(() => onMove.mock.calls).toEqual([["two"]]);
  expect(start).toHaveBeenCalledTimes(3);
  await kept.stop();
}, 120_000);
