import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { scratchSettings, startPostgres } from "./postgres.mjs";

const folder = mkdtempSync(join(tmpdir(), "boards-postgres-"));
chmodSync(folder, 0o711);
const start = (name) => startPostgres(join(folder, name), { settings: scratchSettings });

let server;
beforeEach(async () => {
  server = await start("one");
  return async () => {
    await server.stop();
  };
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("keeps the port of a server that was killed from every other start", async () => {
  const { url, pid } = server;
  process.kill(pid, "SIGKILL");
  const other = await start("two");
  server = await start("one");
  expect(server.url).toBe(url);
  expect(server.pid).not.toBe(pid);
  expect(new URL(other.url).port).not.toBe(new URL(url).port);
  await other.stop();
}, 120_000);

it("waits for the processes of a server that was killed, which keep another one out while they are busy", async () => {
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("SET statement_timeout = '3s'");
  const order = [];
  const busy = client.query("SELECT count(*) FROM generate_series(1, 100000000000)").catch(() => order.push("the statement ended"));
  await expect.poll(() => runningStatements(server.url)).toBe(1);
  process.kill(server.pid, "SIGKILL");
  server = await start("one");
  order.push("PostgreSQL started");
  await busy;
  expect(order).toEqual(["the statement ended", "PostgreSQL started"]);
}, 120_000);

it("leaves a server alone that was left and takes long to answer", async () => {
  process.kill(server.pid, "SIGSTOP");
  const again = start("one");
  setTimeout(() => process.kill(server.pid, "SIGCONT"), 2500);
  expect(await again).toMatchObject({ pid: server.pid, url: server.url, wasRunning: true });
}, 120_000);

async function runningStatements(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(
    "SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate_series%' AND pid <> pg_backend_pid()",
  );
  await client.end();
  return rows.length;
}
