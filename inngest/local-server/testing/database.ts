import { randomBytes } from "node:crypto";
import pg from "pg";
import { testDatabaseServer } from "@/lib/testing/database";

/** Creates an empty database of its own for a test file; `drop` removes it with whoever is still connected. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `inngest_local_test_${randomBytes(6).toString("hex")}`;
  await administer(`create database ${name}`);
  const url = new URL(await testDatabaseServer());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database if exists ${name} with (force)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: await testDatabaseServer() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
