import { currentSignal } from "@/lib/platform/db/tenant-scope";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

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
  /** Nothing answers at its address. */
  P1001: "database.unavailable",
  DatabaseNotReachable: "database.unavailable",
  /** The connection broke: admin_shutdown, crash_shutdown, or without a word. */
  P1008: "database.unavailable",
  P1017: "database.unavailable",
  SocketTimeout: "database.unavailable",
  ConnectionClosed: "database.unavailable",
  "57P01": "database.unavailable",
  "57P02": "database.unavailable",
  /** cannot_connect_now: it is starting or stopping. */
  "57P03": "database.unavailable",
  /** too_many_connections */
  P2037: "database.unavailable",
  "53300": "database.unavailable",
  TooManyConnections: "database.unavailable",
};

/** What pg says of a connection that broke, without a code. */
const broken = /^(Connection terminated|Client has encountered a connection error)/;

/** What PostgreSQL refused because of time, or of what others did at the same moment, or could not hear at all, as an error for people; null for every other error. */
export function databaseErrorOf(error: unknown): BoardsError | null {
  // Whoever caught it has said already what it means.
  if (error instanceof BoardsError) return error;
  const reason = currentSignal()?.aborted ? "request.abandoned" : reasonOf(error);
  // It is nobody's request that is at fault.
  if (reason === "database.unavailable") log.warn({ err: error }, "the database does not answer");
  return reason ? new BoardsError(reason, { cause: error }) : null;
}

interface Wrapped {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** By PostgreSQL's own code, or else the driver's or Prisma's, through the layers that Prisma wraps them in. */
function reasonOf(error: unknown): ErrorReason | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, originalCode, kind, message, cause, meta } = error as Wrapped;
  for (const each of [originalCode, code, kind]) {
    const reason = typeof each === "string" && reasons[each];
    if (reason) return reason;
  }
  if (typeof message === "string" && broken.test(message)) return "database.unavailable";
  return reasonOf(meta?.driverAdapterError) ?? reasonOf(cause);
}
