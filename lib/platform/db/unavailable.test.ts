import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseErrorOf } from "@/lib/platform/db/database-error";
import { ScopedPool } from "@/lib/platform/db/scoped-pool";
import { StorableAdapter } from "@/lib/platform/db/storable-adapter";
import { openInstallation } from "@/lib/testing/installation";
import { PrismaClient } from "@/prisma/generated/client";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

const unavailable = { reason: "database.unavailable", row: { code: "UNAVAILABLE", httpStatus: 503, retry: true } };

async function failureOf(work: (client: PrismaClient) => Promise<unknown>, connectionString = process.env.DATABASE_URL) {
  const pool = new ScopedPool({ connectionString, max: 2, isPreparing: true });
  pool.on("error", () => undefined);
  const client = new PrismaClient({ adapter: new StorableAdapter(pool, { isPreparing: true }) });
  try {
    return await work(client).then(
      () => null,
      (error: unknown) => databaseErrorOf(error),
    );
  } finally {
    await client.$disconnect();
  }
}

const findBoard = (client: PrismaClient) => client.board.findFirst();
const ask = (client: PrismaClient) => client.$queryRaw`SELECT 1`;
const askInTransaction = (client: PrismaClient) => client.$transaction(async (tx) => await tx.$queryRaw`SELECT 1`);

it.each([
  ["a read", findBoard],
  ["a raw query", ask],
  ["a transaction", askInTransaction],
])("says so of %s when nothing listens at the database's address", async (_what, work) => {
  expect(await failureOf(work, "postgresql://boards:x@127.0.0.1:1/postgres")).toMatchObject(unavailable);
});

it("says so of a statement whose connection the database ends", async () => {
  const endOwn = (client: PrismaClient) => client.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
  expect(await failureOf(endOwn)).toMatchObject(unavailable);
});

it.each([
  ["57P03", "the database system is starting up"],
  ["53300", "sorry, too many clients already"],
])("says so of %s", (code, message) => {
  expect(databaseErrorOf({ code, message })).toMatchObject(unavailable);
});

it.each(["Connection terminated unexpectedly", "Client has encountered a connection error and is not queryable"])("says so of: %s", (message) => {
  expect(databaseErrorOf(new Error(message))).toMatchObject(unavailable);
});

it("does not take another server's silence for the database's", () => {
  expect(databaseErrorOf(Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } }))).toBeNull();
});
