import type { Invariant } from "./left-behind";

/** What a generation was made from is of its own tenant or on a board that everyone may see, and the table of lineage says what the row says. */
export const lineageStaysInTheTenant: Invariant = {
  name: "lineage stays in the tenant",
  violations: ({ rows }) =>
    rows(`
      SELECT i.generation_id::text, i.input_generation_id::text FROM boards.generation_inputs AS i
      JOIN boards.generations AS g ON g.id = i.generation_id JOIN boards.generations AS s ON s.id = i.input_generation_id
      JOIN boards.boards AS b ON b.id = s.board_id
      WHERE s.tenant_id <> g.tenant_id AND NOT b.is_public
      UNION ALL
      SELECT g.id::text, g.regenerated_from_id::text FROM boards.generations AS g JOIN boards.generations AS s ON s.id = g.regenerated_from_id
      WHERE s.tenant_id <> g.tenant_id
      UNION ALL
      SELECT g.id::text, 'count' FROM boards.generations AS g
      WHERE jsonb_array_length(g.input_artifacts) <> (SELECT count(*) FROM boards.generation_inputs AS i WHERE i.generation_id = g.id)`),
};
