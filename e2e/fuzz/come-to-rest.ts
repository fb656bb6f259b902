import pg from "pg";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { reviewableStates } from "@/lib/generations/provider-jobs/job-states";
import { quotedList } from "@/lib/platform/db/sql-list";
import { countUnderWay } from "../invariants/count-under-way";
import type { People } from "./people";

const patienceMs = 240_000;

/** Ends what still runs, as people and admins would, and waits until no generation, turn, job or event is on its way. Answers whether it came to rest. */
export async function comeToRest(people: People, databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const live = await client.query(
        `SELECT id FROM boards.generations WHERE status IN (${quotedList(liveStatuses)}) AND trashed_at IS NULL LIMIT 200`,
      );
      const parked = await client.query(`SELECT id FROM boards.provider_jobs WHERE state IN (${quotedList(reviewableStates)})`);
      if ((await countUnderWay(databaseUrl)) === 0) return true;
      if (Date.now() > deadline) return false;
      await Promise.all([
        ...live.rows.map(({ id }) => tryAll(people, "mutation ($id: UUID!) { cancelGeneration(id: $id) { id } }", id)),
        ...parked.rows.map(({ id }) => tryAll(people, "mutation ($id: UUID!) { reviewProviderJob(id: $id, action: REFUND) { id } }", id)),
      ]);
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  } finally {
    await client.end();
  }
}

// Whose it is does not matter here: one of them may.
async function tryAll(people: People, query: string, id: string): Promise<void> {
  for (const actor of ["owner", "founder", "editor", "stranger", "foreigner"] as const)
    if (
      await people.graphql(actor, query, { id }).then(
        () => true,
        () => false,
      )
    )
      return;
}
