import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { openStates } from "@/lib/generations/provider-jobs/job-states";
import { quotedList } from "@/lib/platform/db/sql-list";
import type { Invariant } from "./left-behind";

/**
 * Nobody is a member of a board that is theirs, no mark says nothing, every tenant has one owner at most, every added model has each version up to
 * its newest, and no ended batch has an open job.
 */
export const nothingIsOrphaned: Invariant = {
  name: "nothing is orphaned",
  violations: ({ rows }) =>
    rows(`
      SELECT 'member is owner' AS what, m.id::text FROM boards.board_members AS m JOIN boards.boards AS b ON b.id = m.board_id WHERE b.owner_id = m.user_id
      UNION ALL SELECT 'empty mark', generation_id::text FROM boards.generation_marks WHERE NOT is_starred AND rating IS NULL
      UNION ALL SELECT 'two owners', tenant_id::text FROM boards.users WHERE tenant_role = 'owner' GROUP BY tenant_id HAVING count(*) > 1
      UNION ALL SELECT 'lost version', m.id::text FROM boards.added_models AS m
        WHERE m.version <> (SELECT count(*) FROM boards.added_model_versions AS v WHERE v.added_model_id = m.id AND v.version BETWEEN 1 AND m.version)
      UNION ALL SELECT 'open job of an ended batch', j.id::text FROM boards.provider_jobs AS j
        WHERE j.state IN (${quotedList(openStates)})
        AND NOT EXISTS (SELECT FROM boards.generations AS g WHERE g.batch_id = j.batch_id AND g.status IN (${quotedList(liveStatuses)}))`),
};
