import type { Invariant } from "./left-behind";

/** What people paid for a batch at a provider is what its successful jobs were billed, or the estimate where the provider bills nothing. */
export const batchesCostWhatJobsCost: Invariant = {
  name: "batches cost what jobs cost",
  violations: ({ rows }) =>
    rows(`
      SELECT b.batch_id, b.paid, j.cost FROM (
        SELECT metadata ->> 'batchId' AS batch_id, -sum(amount) AS paid, -sum(amount) FILTER (WHERE transaction_type = 'reserve') AS estimated
        FROM boards.credit_transactions WHERE metadata ? 'batchId' GROUP BY 1
      ) AS b
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(coalesce(billed_usd, b.estimated)), 0) AS cost, count(*) AS jobs FROM boards.provider_jobs
        WHERE batch_id::text = b.batch_id AND (state = 'succeeded' OR billed_usd > 0)
      ) AS j
      WHERE EXISTS (SELECT FROM boards.provider_jobs WHERE batch_id::text = b.batch_id) AND b.paid <> j.cost`),
};
