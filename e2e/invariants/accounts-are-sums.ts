import type { Invariant } from "./left-behind";

/** Each account holds the sum of its ledger's lines. */
export const accountsAreSums: Invariant = {
  name: "accounts are sums",
  violations: ({ rows }) =>
    rows(`
      SELECT a.user_id, a.balance FROM boards.credit_accounts AS a
      WHERE a.balance <> (SELECT coalesce(sum(t.amount), 0) FROM boards.credit_transactions AS t WHERE t.user_id = a.user_id)`),
};
