import type { Invariant } from "./left-behind";

/** Each storage account holds what its person's files take. */
export const storageAccountsAreSums: Invariant = {
  name: "storage accounts are sums",
  violations: ({ rows }) =>
    rows(`
      SELECT coalesce(account.user_id, made.user_id) AS user_id, account.used_bytes, made.bytes FROM boards.storage_accounts AS account
      FULL JOIN (SELECT user_id, sum(file_size_bytes) AS bytes FROM boards.generations WHERE storage_key IS NOT NULL GROUP BY user_id) AS made USING (user_id)
      WHERE coalesce(account.used_bytes, 0) <> coalesce(made.bytes, 0)`),
};
