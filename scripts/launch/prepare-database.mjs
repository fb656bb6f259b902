import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Does `work`, which migrates and seeds a database, unless it was done here by the same code and settings (`inputs`, any text) and the database
 * is still as it left it. Looks by one query, since a process of its own for it takes more than a second of each start.
 * @param {string} url
 * @param {{ stamp: string, inputs: string }} options
 * @param {() => Promise<string>} work
 */
export async function prepareDatabase(url, { stamp, inputs }, work) {
  const expected = async () => hashOf(JSON.stringify([url, inputs, await stateOf(url)]));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === (await expected())) return "up to date";
  const note = await work();
  writeFileSync(stamp, await expected(), { mode: 0o600 });
  return note;
}

const hashOf = (text) => createHash("sha256").update(text).digest("hex");

/** Which migrations are applied, and whether there is anyone; null where the tables are missing. */
async function stateOf(url) {
  // Only here: a start imports this file before it has installed any package.
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT json_agg(record ORDER BY id) FROM public._prisma_migrations AS record) AS migrations, EXISTS (SELECT FROM boards.users) AS "hasUsers"`,
    );
    return rows[0];
  } catch (error) {
    if (error.code === "42P01" || error.code === "3F000") return null;
    throw error;
  } finally {
    await client.end();
  }
}
