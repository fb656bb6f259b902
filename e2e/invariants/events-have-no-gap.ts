import type { Invariant } from "./left-behind";

/** A board's events are numbered without a gap up to its counter. */
export const eventsHaveNoGap: Invariant = {
  name: "events have no gap",
  violations: ({ rows }) =>
    rows(`
      SELECT e.board_id, min(e.number), max(e.number), count(*), min(c.last_number) AS counter FROM boards.generation_events AS e
      LEFT JOIN boards.board_event_counters AS c ON c.board_id = e.board_id
      GROUP BY e.board_id
      HAVING max(e.number) - min(e.number) + 1 <> count(*) OR max(e.number) IS DISTINCT FROM min(c.last_number)`),
};
