/** Statuses that a generation may still leave. */
export const liveStatuses = ["pending", "processing"];
