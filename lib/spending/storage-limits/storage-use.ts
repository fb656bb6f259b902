import { db, type Transaction } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

/** What files take, in bytes, and how much they may take; null for no limit. */
export interface StorageUse {
  usedBytes: number;
  limitBytes: number | null;
}

/** What the files of each of these people take, in the order asked for. */
export async function storageOfUsers(userIds: readonly string[], tx: Transaction = db()): Promise<StorageUse[]> {
  const accounts = await tx.storageAccount.findMany({ where: { userId: { in: [...userIds] } } });
  const byUser = new Map(accounts.map((account) => [account.userId, account]));
  return userIds.map((id) => {
    const account = byUser.get(id);
    return { usedBytes: Number(account?.usedBytes ?? 0), limitBytes: numberOf(account?.limitBytes) ?? env().storageLimits.userBytes };
  });
}

/** What one person's files take, and how much the files of everyone in their tenant may take. */
export async function storageFor({ tenantId, userId }: { tenantId: string; userId: string }) {
  const [found] = await db().$queryRaw<{ used: bigint | null; limit: bigint | null; tenantLimit: bigint | null }[]>`
    SELECT account.used_bytes AS used, account.limit_bytes AS "limit", tenant.storage_limit_bytes AS "tenantLimit"
    FROM boards.tenants AS tenant LEFT JOIN boards.storage_accounts AS account ON account.user_id = ${userId}::uuid
    WHERE tenant.id = ${tenantId}::uuid`;
  const { userBytes, tenantBytes } = env().storageLimits;
  const own: StorageUse = { usedBytes: Number(found?.used ?? 0), limitBytes: numberOf(found?.limit) ?? userBytes };
  return { own, tenantLimitBytes: numberOf(found?.tenantLimit) ?? tenantBytes };
}

/** What the files of everyone in a tenant take. */
export async function storageOfTenant(tenantId: string, tx: Transaction = db()): Promise<StorageUse> {
  const [usedBytes, limitBytes] = await Promise.all([usedByTenant(tenantId, tx), tenantLimit(tenantId, tx)]);
  return { usedBytes, limitBytes };
}

/** How many bytes the files of everyone in a tenant take. */
export async function usedByTenant(tenantId: string, tx: Transaction = db()): Promise<number> {
  const { _sum } = await tx.storageAccount.aggregate({ where: { tenantId }, _sum: { usedBytes: true } });
  return Number(_sum.usedBytes ?? 0);
}

/** How much the files of everyone in a tenant may take. */
export async function tenantLimit(tenantId: string, tx: Transaction = db()): Promise<number | null> {
  const { storageLimitBytes } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { storageLimitBytes: true } });
  return numberOf(storageLimitBytes) ?? env().storageLimits.tenantBytes;
}

const numberOf = (bytes: bigint | null | undefined) => (bytes == null ? null : Number(bytes));
