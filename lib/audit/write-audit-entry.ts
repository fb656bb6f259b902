import { currentVisit } from "@/lib/auth/visit";
import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";
import { log } from "@/lib/log";
import type { Prisma } from "@/prisma/generated/client";

const secretNames = /password|token|secret|authorization|cookie|api_?key|signature|credential/i;
const maximumText = 500;

/** What happened, for the log of who did what. */
export interface AuditFact {
  tenantId: string;
  userId?: string | null;
  /** As the interface calls it: `createBoard`, `POST /api/uploads/artifact`, `signIn`. */
  action: string;
  targetType?: string | null;
  targetId?: string | null;
  details?: unknown;
  /** ok, or the reason of the refusal. */
  outcome: string;
}

/** Adds one line to the audit log, with where the request came from. It never fails what it tells of; a failure to write is logged loudly. */
export async function writeAuditEntry(fact: AuditFact): Promise<void> {
  const { requestId, viewer, ipAddress, userAgent } = currentVisit();
  const entry = { via: viewer?.via ?? "none", userId: viewer?.userId, requestId, ipAddress, userAgent, ...fact };
  try {
    await asInstallation(() => db().auditEntry.create({ data: { ...entry, details: redact(fact.details ?? {}) as Prisma.InputJsonValue } }));
  } catch (error) {
    log.error({ err: error, action: fact.action, tenantId: fact.tenantId, userId: entry.userId }, "an audit entry could not be written");
  }
}

/** Cuts secrets out by their names, and long texts short. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.length > maximumText ? `${value.slice(0, maximumText)}…` : value;
  if (value instanceof Date) return value.toISOString();
  if (!value || typeof value !== "object") return value ?? null;
  if (depth > 6) return "…";
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => redact(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, secretNames.test(name) && each !== null ? "[secret]" : redact(each, depth + 1)]),
  );
}
