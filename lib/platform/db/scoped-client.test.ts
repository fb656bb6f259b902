import { afterAll, beforeAll, expect, it } from "vitest";
import { ScopedClient } from "@/lib/platform/db/scoped-client";
import { createTestDatabase } from "@/lib/testing/database";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: ScopedClient;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new ScopedClient({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const us = "0192aaaa-0000-7000-8000-000000000001";
const work = (settings: Record<string, string>) => Object.assign(client, { settings });
const ask = async (text: string, values?: unknown[], name?: string) => (await client.query({ text, values, ...(name ? { name } : {}) }))?.rows;
const standing = "SELECT current_setting('role') AS role, current_setting('boards.tenant', true) AS tenant";

it("says what a statement works with in the same breath, prepared or not, and leaves nothing of it", async () => {
  work({ role: "boards_tenant", "boards.tenant": us });
  for (const name of [undefined, "standing", "standing"]) expect(await ask(standing, [], name)).toEqual([{ role: "boards_tenant", tenant: us }]);
  expect(await ask("SELECT $1::int AS number", [7])).toEqual([{ number: 7 }]);
  work({});
  await ask("BEGIN");
  expect(await ask(standing)).toEqual([{ role: "none", tenant: "" }]);
  await ask("COMMIT");
  work({ role: "none", "boards.tenant": "" });
  expect(await ask(standing, [], "standing")).toEqual([{ role: "none", tenant: "" }]);
});

it("says it once for a transaction, of any isolation level, and for each savepoint in it", async () => {
  work({ role: "boards_tenant", "boards.tenant": "it's; odd", statement_timeout: "10min" });
  await ask("BEGIN");
  await ask("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
  await ask("SAVEPOINT one");
  await expect(ask("SELECT nonsense", [])).rejects.toThrow(/nonsense/);
  await ask("ROLLBACK TO SAVEPOINT one");
  expect(await ask(standing, [])).toEqual([{ role: "boards_tenant", tenant: "it's; odd" }]);
  expect(await ask("SHOW statement_timeout")).toEqual([{ statement_timeout: "10min" }]);
  await ask("COMMIT");
  work({ role: "none", "boards.tenant": "" });
  expect(await ask(standing)).toEqual([{ role: "none", tenant: "" }]);
});

it("runs no statement whose settings are refused, and knows afterwards what it has prepared", async () => {
  work({ role: "none", "boards.tenant": "" });
  await ask("CREATE TABLE boards.seen (id int)");
  const insert = () => ask("INSERT INTO boards.seen VALUES ($1) RETURNING id", [1], "insert");
  work({ role: "no_such_role", "boards.tenant": "" });
  await expect(insert()).rejects.toThrow(/role "no_such_role" does not exist/);
  await ask("BEGIN");
  await expect(insert()).rejects.toThrow(/role "no_such_role" does not exist/);
  await expect(insert()).rejects.toThrow(/transaction is aborted/);
  await ask("ROLLBACK");
  work({ role: "none", "boards.tenant": "" });
  expect(await ask("SELECT count(*)::int FROM boards.seen")).toEqual([{ count: 0 }]);
  for (let time = 0; time < 2; time++) expect(await insert()).toEqual([{ id: 1 }]);
  await expect(ask("SELECT $1::int AS number", ["x"], "wrong")).rejects.toThrow(/invalid input syntax/);
  expect(await ask("SELECT $1::int AS number", ["8"], "wrong")).toEqual([{ number: 8 }]);
});

it("begins a transaction with its first statement, whatever that is", async () => {
  work({ role: "none", "boards.tenant": us });
  for (const first of [() => ask("SELECT 1 / 0", []), () => ask("SELECT 1 / 0")]) {
    await ask("BEGIN");
    expect(client.getTransactionStatus()).toBe("I");
    await expect(first()).rejects.toThrow(/division by zero/);
    await expect(ask("SELECT 1", [])).rejects.toThrow(/transaction is aborted/);
    await ask("ROLLBACK");
  }
  for (const last of ["COMMIT", "ROLLBACK"]) {
    await ask("BEGIN");
    await ask(last);
    expect(client.getTransactionStatus()).toBe("I");
  }
  for (let time = 0; time < 2; time++) {
    await ask("BEGIN");
    expect(await ask("INSERT INTO boards.seen VALUES ($1) RETURNING id", [1], "insert")).toEqual([{ id: 1 }]);
    expect(await ask(standing, [], "standing")).toEqual([{ role: "none", tenant: us }]);
    await ask("ROLLBACK");
  }
  expect(await ask("SELECT count(*)::int FROM boards.seen")).toEqual([{ count: 2 }]);
});

it("undoes a statement that fails, and gives no names where the other side forgets them", async () => {
  work({ role: "none", "boards.tenant": "" });
  await expect(ask("INSERT INTO boards.seen SELECT 1 / 0", [])).rejects.toThrow(/division by zero/);
  const names = () => ask("SELECT name FROM pg_prepared_statements ORDER BY name");
  const before = await names();
  client.isNaming = false;
  expect(await ask("SELECT $1::int AS number", [9], "nine")).toEqual([{ number: 9 }]);
  client.isNaming = true;
  expect(await names()).toEqual(before);
});
