import type { Invariant } from "./left-behind";

/** No audit entry is left as begun while nothing runs and nothing was killed. */
export const auditEntriesAreEnded: Invariant = {
  name: "audit entries are ended",
  violations: ({ rows }) =>
    rows("SELECT id, action, created_at FROM boards.audit_entries WHERE outcome = 'begun' OR outcome = 'internal.unexpected'"),
};
