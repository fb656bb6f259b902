import type { Invariant } from "./left-behind";

/** What was set aside for a generation is settled once, by a finalize or a refund, and together they are what it cost. */
export const reservesAreSettled: Invariant = {
  name: "reserves are settled",
  violations: ({ rows }) =>
    rows(`
      SELECT r.generation_id, r.generator_name, count(s.id)::int AS settled, min(g.status) AS status FROM boards.credit_transactions AS r
      LEFT JOIN boards.credit_transactions AS s ON s.generation_id = r.generation_id AND s.transaction_type IN ('finalize', 'refund')
      LEFT JOIN boards.generations AS g ON g.id = r.generation_id
      WHERE r.transaction_type = 'reserve'
      GROUP BY r.id
      HAVING count(s.id) <> 1 OR (bool_or(g.id IS NOT NULL) AND -(r.amount + sum(s.amount)) <> coalesce(max(g.cost_usd), 0))`),
};
