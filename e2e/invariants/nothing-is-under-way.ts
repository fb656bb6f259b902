import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { quotedList } from "@/lib/platform/db/sql-list";
import type { Invariant } from "./left-behind";

/** No generation is under way, and no batch waits for its turn or holds one. */
export const nothingIsUnderWay: Invariant = {
  name: "nothing is under way",
  violations: ({ rows }) =>
    rows(`
      SELECT id::text, status, phase, generator_name, error_code FROM boards.generations WHERE status IN (${quotedList(liveStatuses)})
      UNION ALL SELECT batch_id::text, 'turn', '', key_id, NULL FROM boards.generation_turns`),
};
