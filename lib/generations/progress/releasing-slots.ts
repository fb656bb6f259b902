import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sqlList } from "@/lib/platform/db/sql-list";
import { Prisma } from "@/prisma/generated/client";

/** The statement that ends the turns of those batches of which nothing is live any more. */
export const releasing = (batchIds: string[]) => Prisma.sql`
  DELETE FROM boards.generation_turns AS turn WHERE batch_id = ANY(${batchIds}::uuid[]) AND NOT EXISTS (
    SELECT FROM boards.generations AS g WHERE g.batch_id = turn.batch_id AND g.status IN (${sqlList(liveStatuses)}))`;
