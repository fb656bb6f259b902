import type { Invariant } from "./left-behind";

/** The last event of a generation tells the status that its row has. */
export const lastEventsTellTheState: Invariant = {
  name: "last events tell the state",
  violations: ({ rows }) =>
    rows(`
      SELECT g.id, g.status, e.type, e.payload ->> 'status' AS told FROM boards.generations AS g
      JOIN LATERAL (SELECT * FROM boards.generation_events WHERE generation_id = g.id AND board_id = g.board_id ORDER BY number DESC LIMIT 1) AS e ON true
      WHERE e.type <> 'deleted' AND e.payload ->> 'status' <> g.status`),
};
