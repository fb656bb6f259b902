import pg from "pg";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { openStates } from "@/lib/generations/provider-jobs/job-states";
import { quotedList } from "@/lib/platform/db/sql-list";

/** How much is still on its way: generations, places in the queue, jobs at providers, and events that the minute's round has yet to send. */
export async function countUnderWay(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT (SELECT count(*) FROM boards.generations WHERE status IN (${quotedList(liveStatuses)}) AND trashed_at IS NULL)
        + (SELECT count(*) FROM boards.generation_turns)
        + (SELECT count(*) FROM boards.outbox_events WHERE sent_at IS NULL)
        + (SELECT count(*) FROM boards.provider_jobs WHERE state IN (${quotedList(openStates)})) AS count`);
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}
