import { db } from "@/lib/platform/db/client";
import { daysAgo, deleteInPieces } from "@/lib/platform/db/delete-in-pieces";
import { env } from "@/lib/platform/env";

/** Deletes audit entries older than BOARDS_AUDIT_DAYS. Answers how many. */
export async function pruneAuditLog(now = new Date(), piece?: number): Promise<number> {
  const before = daysAgo(env().retention.auditDays, now);
  if (!before) return 0;
  return deleteInPieces(
    (limit) => db().$executeRaw`
      DELETE FROM boards.audit_entries WHERE id IN (
        SELECT old.id FROM boards.tenants AS t CROSS JOIN LATERAL (
          SELECT id FROM boards.audit_entries WHERE tenant_id = t.id AND created_at < ${before} ORDER BY created_at LIMIT ${limit}
        ) AS old LIMIT ${limit})`,
    piece,
  );
}
