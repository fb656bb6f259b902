import { join } from "node:path";
import { Client } from "pg";
import { openInstallation } from "../../../lib/testing/installation";
import { scratchSettings, startPostgres } from "../../../scripts/launch/postgres.mjs";
import { onCleanUp } from "../../fixtures/clean-up";
import { runFolder } from "../../fixtures/run-folder";
import { printFigure } from "../figures";
import { seedGrowth } from "./seed-growth";

const lookEveryMs = 25;
const changed = 50_000;

/**
 * How long bulk jobs take on 1.2 million generations, and how long their longest transaction: the product's own code on a PostgreSQL of its own,
 * without an engine between the pieces. Fails when a job does not complete.
 */
export async function measureBulkJobs(): Promise<void> {
  const postgres = await startPostgres(join(runFolder(), "bulk-postgres"), { settings: [...scratchSettings, "shared_buffers=1GB"] });
  onCleanUp(postgres.stop);
  process.env.TEST_DATABASE_URL = postgres.url;
  const installation = await openInstallation();
  onCleanUp(installation.close);
  const owner = await installation.viewer("owner");
  const client = await connect();
  const { largeBoardId } = await seedGrowth(client);
  const { changeGenerations } = await import("../../../lib/curation/bulk-jobs/change-generations");
  const { deleteBoard } = await import("../../../lib/curation/bulk-jobs/delete-board");
  const { doPieces } = await import("../../../lib/curation/bulk-jobs/do-pieces");
  const { emptyTrash } = await import("../../../lib/curation/bulk-jobs/empty-trash");
  const { undoBulkJob } = await import("../../../lib/curation/bulk-jobs/undo-bulk-job");
  const { createBoard } = await import("../../../lib/boards/create-board");
  const { correctCounts } = await import("../../../lib/generations/add-up-counts");
  const { db } = await import("../../../lib/platform/db/client");
  const { withinTenant, withinTime } = await import("../../../lib/platform/db/tenant-scope");

  const watch = await watchTransactions();
  const measure = async (name: string, begin: () => Promise<unknown>) => {
    watch.longestMs = 0;
    const start = performance.now();
    await withinTenant(owner.tenantId, begin);
    const answeredMs = performance.now() - start;
    const { id } = await db().bulkJob.findFirstOrThrow({ where: { userId: owner.userId }, orderBy: { createdAt: "desc" } });
    while ((await withinTime("bulk", () => doPieces(id))) === "more");
    const seconds = (performance.now() - start) / 1000;
    const { state, done, skipped } = await db().bulkJob.findUniqueOrThrow({ where: { id } });
    console.log(
      `${name.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s   answers in ${answeredMs.toFixed(0)} ms, longest transaction ${watch.longestMs.toFixed(0)} ms, ${done} done, ${skipped} skipped`,
    );
    if (state !== "completed") throw new Error(`${name}: ${state}`);
    return { id, seconds };
  };

  const { rows } = await client.query<{ at: Date }>(
    `SELECT created_at AS at FROM boards.generations WHERE board_id = $1 ORDER BY created_at DESC OFFSET ${changed - 1} LIMIT 1`,
    [largeBoardId],
  );
  const newest = { boardId: largeBoardId, createdAfter: rows[0]?.at };
  const tags = await client.query<{ id: string }>("SELECT id FROM boards.tags LIMIT 2");
  const other = await createBoard(owner, { title: "Other" });
  await measure(`starring ${changed}`, () => changeGenerations(owner, newest, { isStarred: true }));
  await measure(`two tags on ${changed}`, () => changeGenerations(owner, newest, { addTagIds: tags.rows.map(({ id }) => id) }));
  await measure(`moving ${changed}`, () => changeGenerations(owner, newest, { moveToBoardId: other.id }));
  await measure("moving them back", () => changeGenerations(owner, { boardId: other.id }, { moveToBoardId: largeBoardId }));
  const trashed = await measure(`trashing ${changed}`, () => changeGenerations(owner, newest, { isTrashed: true }));
  const undone = await measure("undoing that", () => undoBulkJob(owner, trashed.id));
  printFigure("undo, times the trash", undone.seconds / trashed.seconds, { most: 1.5 });
  // What was seeded has no files to copy.
  await client.query("UPDATE boards.generations SET storage_key = NULL WHERE board_id = $1 AND created_at >= $2", [largeBoardId, rows[0]?.at]);
  await measure(`copying ${changed} rows`, () => changeGenerations(owner, newest, { copyToBoardId: other.id }));
  await measure("deleting a board of 200,000", () => deleteBoard(owner, largeBoardId));
  await measure("trashing everything", () => changeGenerations(owner, {}, { isTrashed: true }));
  await measure("emptying the trash", () => emptyTrash(owner));
  console.log(`counts that were wrong afterwards: ${await correctCounts()}`);
  await watch.stop();
  await client.end();
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

/** Looks again and again how old the oldest open transaction is. */
async function watchTransactions() {
  const client = await connect();
  const watch = { longestMs: 0, isOver: false, stop };
  const looking = look();
  async function look() {
    while (!watch.isOver) {
      const { rows } = await client.query<{ ms: number }>(
        `SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start) * 1000), 0)::float8 AS ms FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND datname = current_database() AND backend_type = 'client backend'`,
      );
      watch.longestMs = Math.max(watch.longestMs, rows[0]?.ms ?? 0);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
  async function stop() {
    watch.isOver = true;
    await looking;
    await client.end();
  }
  return watch;
}
