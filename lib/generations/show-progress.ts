import { counted, telling } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { db } from "@/lib/platform/db/client";
import { sqlList } from "@/lib/platform/db/sql-list";
import { log } from "@/lib/platform/log";
import { type Generation, Prisma } from "@/prisma/generated/client";

/** What people see of work that goes on. `progress` in percent. */
interface Shown {
  status?: "processing";
  phase?: string;
  progress?: number;
  progressMessage?: string | null;
  startedAt?: Date;
}

const columnOf = (field: string) => Prisma.raw(field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const everyColumn = Prisma.join(
  Object.values(Prisma.GenerationScalarFieldEnum).map((field) => Prisma.sql`${columnOf(field)} AS ${Prisma.raw(`"${field}"`)}`),
);

/**
 * Shows how far generations of a batch are that are still live: `changeGenerations` for what ends nothing, as one statement. It does not wait for the
 * disk, since what follows shows it again, or the step that is repeated. `which`: a condition on the row. Answers the changed rows.
 */
export async function showProgress(batchId: string, shown: Shown, which = Prisma.sql`true`): Promise<Generation[]> {
  const values = Prisma.join(Object.entries(shown).map(([field, value]) => Prisma.sql`${columnOf(field)} = ${value}`));
  const changed = await db().$queryRaw<Generation[]>`
    WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)), changed AS (
      UPDATE boards.generations SET ${values} WHERE batch_id = ${batchId}::uuid AND status IN (${sqlList(liveStatuses)}) AND ${which} RETURNING *
    ), told AS (
      SELECT board_id, id AS generation_id, 'progress' AS type, jsonb_build_object('status', status, 'phase', phase, 'progress', progress,
          'message', progress_message, 'errorCode', error_code, 'errorMessage', error_message) AS payload,
        row_number() OVER (PARTITION BY board_id ORDER BY batch_index) AS nth, count(*) OVER (PARTITION BY board_id) AS of FROM changed, unhurried
    ), ${counted}, journal AS (${telling})
    SELECT ${everyColumn} FROM changed`;
  for (const { id, boardId, tenantId, status, phase } of changed)
    log.debug({ generationId: id, boardId, tenantId, status, phase }, "generation changed");
  return changed;
}
