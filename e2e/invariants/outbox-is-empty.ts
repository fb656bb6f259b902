import type { Invariant } from "./left-behind";

/** Every event that was written has been sent to the function engine. */
export const outboxIsEmpty: Invariant = {
  name: "outbox is empty",
  violations: ({ rows }) => rows("SELECT id, name, created_at FROM boards.outbox_events WHERE sent_at IS NULL"),
};
