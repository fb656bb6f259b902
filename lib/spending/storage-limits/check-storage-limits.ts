import { say } from "@/lib/messages/say";
import type { Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { BoardsError } from "@/lib/platform/errors";
import { formatBytes } from "@/lib/platform/text/format-bytes";
import { type StorageUse, storageFor, storageOfUsers, tenantLimit, usedByTenant } from "@/lib/spending/storage-limits/storage-use";

/** Whose files they will be. */
interface Keeper {
  tenantId: string;
  userId: string;
}

/**
 * Throws `storage.limit_reached` where the person or the tenant has no room for so many bytes more, or, when nobody knows how many there will
 * be, for any at all. Before anything is done: what is stored is checked again by `checkStoredBytes`.
 */
export async function checkStorageLimits({ tenantId, userId }: Keeper, bytes: number | null): Promise<void> {
  const { own, tenantLimitBytes: limitBytes } = await storageFor({ tenantId, userId });
  insistOnRoom("own", own, bytes);
  if (limitBytes !== null) insistOnRoom("tenant", { usedBytes: await usedByTenant(tenantId), limitBytes }, bytes);
}

/** The same in the transaction that has just written rows of so many bytes: of all who write at the same moment, as many fit as there is room for. */
export async function checkStoredBytes(tx: Transaction, { tenantId, userId }: Keeper, bytes: number): Promise<void> {
  if (bytes === 0) return;
  const before = ({ usedBytes, limitBytes }: StorageUse) => ({ usedBytes: usedBytes - bytes, limitBytes });
  // Its row is held since the bytes were added to it.
  const [own] = await storageOfUsers([userId], tx);
  if (own) insistOnRoom("own", before(own), bytes);
  const limitBytes = await tenantLimit(tenantId, tx);
  if (limitBytes === null) return;
  await lock(tx, `storage:${tenantId}`);
  insistOnRoom("tenant", before({ usedBytes: await usedByTenant(tenantId, tx), limitBytes }), bytes);
}

function insistOnRoom(whose: "own" | "tenant", { usedBytes, limitBytes }: StorageUse, bytes: number | null): void {
  if (limitBytes === null || (bytes === null ? usedBytes < limitBytes : usedBytes + bytes <= limitBytes)) return;
  const use = { whose, used: formatBytes(usedBytes), limit: formatBytes(limitBytes) };
  throw new BoardsError("storage.limit_reached", {
    message: bytes === null ? say("reasons.storage.full", use) : say("reasons.storage.noRoom", { ...use, wanted: formatBytes(bytes) }),
  });
}

/** What the files of these generations take. */
export const bytesOf = (rows: { storageKey: string | null; fileSizeBytes: bigint | null }[]): number =>
  rows.reduce((sum, { storageKey, fileSizeBytes }) => sum + (storageKey === null ? 0 : Number(fileSizeBytes ?? 0)), 0);
