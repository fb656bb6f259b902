import { currentSignal } from "@/lib/platform/db/tenant-scope";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";

const reasons: Record<string, ErrorReason> = {
  /** query_canceled: it ran into its time limit. */
  "57014": "database.too_slow",
  /** lock_not_available */
  "55P03": "database.busy",
  /** deadlock_detected: two changes waited for each other, and this one gave way. */
  "40P01": "database.busy",
  /** Prisma gave a transaction up, in which every statement had to wait. */
  P2028: "database.busy",
  /** What was there a moment ago is gone: a row to change, or one that a new row points to. */
  P2025: "database.overtaken",
  P2003: "database.overtaken",
  "23503": "database.overtaken",
  /** unique_violation: two made the same at once, and this one came second. */
  P2002: "database.overtaken",
  "23505": "database.overtaken",
  /** feature_not_supported: in a transaction, of a plan whose columns a migration has just changed; the next try makes it anew. */
  "0A000": "database.busy",
};

/** What PostgreSQL refused because of time, or of what others did at the same moment, as an error for people; null for every other error. */
export function databaseErrorOf(error: unknown): BoardsError | null {
  // Whoever caught it has said already what it means.
  if (error instanceof BoardsError) return error;
  const code = sqlStateOf(error);
  const reason = currentSignal()?.aborted ? "request.abandoned" : code && reasons[code];
  return reason ? new BoardsError(reason, { cause: error }) : null;
}

interface Wrapped {
  code?: unknown;
  originalCode?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** PostgreSQL's own code, through the layers that Prisma wraps it in. */
function sqlStateOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, originalCode, cause, meta } = error as Wrapped;
  for (const each of [originalCode, code]) if (typeof each === "string" && each in reasons) return each;
  return sqlStateOf(meta?.driverAdapterError) ?? sqlStateOf(cause);
}
