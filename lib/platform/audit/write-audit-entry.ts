import { v7 as uuidv7 } from "uuid";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { storableValue } from "@/lib/platform/clean-value";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { log } from "@/lib/platform/log";
import { redactAddresses } from "@/lib/platform/redact-addresses";
import { cutText } from "@/lib/platform/text/characters";
import { Prisma } from "@/prisma/generated/client";

const secretNames = /password|token|ticket|secret|authorization|cookie|api_?key|signature|credential/i;
const maximumText = 500;

/** What happens, for the log of who did what. */
export interface AuditFact {
  tenantId: string;
  userId?: string | null;
  /** As the interface calls it: `createBoard`, `POST /api/uploads/artifact`, `signIn`. */
  action: string;
  /** What was asked; secrets are cut out. */
  details?: unknown;
}

/** How it ended. */
export interface AuditEnd {
  /** ok, or the reason of the refusal. */
  outcome: string;
  targetType?: string | null;
  targetId?: string | null;
}

/** Adds a line to the audit log before anything is done, with where the request came from. Until it is ended its outcome is `begun`. */
export async function beginAuditEntry(fact: AuditFact, end: AuditEnd = { outcome: "begun" }): Promise<string> {
  const { id, insert } = auditLine(fact, end);
  await asInstallation(() => db().$executeRaw(insert));
  return id;
}

/** The same as a statement, for what is done already, to be sent with the transaction that does it. */
export function auditLine({ details, ...fact }: AuditFact, end: AuditEnd): { id: string; insert: Prisma.Sql } {
  const { requestId, viewer, ipAddress, userAgent } = currentRequest();
  const id = uuidv7();
  const { tenantId, userId = null, action, outcome, targetType = null, targetId = null } = { userId: viewer?.userId, ...fact, ...end };
  const json = JSON.stringify(storableValue(redact(details ?? {})));
  const insert = Prisma.sql`
    INSERT INTO boards.audit_entries (id, tenant_id, user_id, via, action, target_type, target_id, details, outcome, ip_address, user_agent, request_id)
    VALUES (${id}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${viewer?.via ?? "none"}, ${action}, ${targetType}, ${targetId}, ${json}::jsonb,
      ${outcome}, ${ipAddress ?? null}, ${userAgent ?? null}, ${requestId ?? null})`;
  return { id, insert };
}

/** Says how it ended. A line that stays `begun` tells of a server that was killed in between; a failure to write is logged loudly. */
export async function endAuditEntry(id: string, given: AuditEnd & Partial<AuditFact>): Promise<void> {
  const { details, ...end } = given;
  const data = { ...end, ...(details === undefined ? {} : { details: redact(details) as Prisma.InputJsonValue }) };
  try {
    await asInstallation(() => db().auditEntry.updateMany({ where: { id }, data }));
  } catch (error) {
    log.error({ err: error, auditEntryId: id, ...end }, "could not complete an audit entry");
  }
}

/** Takes a line back: of a refusal that other lines tell of already. */
export async function dropAuditEntry(id: string): Promise<void> {
  await asInstallation(() => db().auditEntry.deleteMany({ where: { id } }));
}

/** Adds a line about what has ended already. */
export async function writeAuditEntry({ outcome, targetType, targetId, ...fact }: AuditFact & AuditEnd): Promise<void> {
  await beginAuditEntry(fact, { outcome, targetType, targetId });
}

/** Cuts secrets out by their names, and long texts short. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") {
    const plain = redactAddresses(value);
    return plain.length > maximumText ? `${cutText(plain, maximumText)}…` : plain;
  }
  if (value instanceof Date) return value.toISOString();
  if (!value || typeof value !== "object") return value ?? null;
  if (depth > 6) return "…";
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => redact(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, secretNames.test(name) && each !== null ? "[secret]" : redact(each, depth + 1)]),
  );
}
