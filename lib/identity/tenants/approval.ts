import { BoardsError } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";

/** Whether a tenant may be entered: one that was registered may wait for an admin of the installation. */
export const isApproved = (settings: unknown): boolean => (settings as { status?: unknown }).status !== "pending_approval";

/** Insists on a tenant that may be entered. */
export function assertApproved(settings: unknown): void {
  if (!isApproved(settings)) throw new BoardsError("tenant.awaits_approval");
}

/** `isApproved` as a condition on a row of tenants that is called `t`. */
export const tenantIsApprovedSql = Prisma.sql`t.settings->>'status' IS DISTINCT FROM 'pending_approval'`;
