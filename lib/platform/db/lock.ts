import type { Transaction } from "@/lib/platform/db/client";

/** Waits until nobody else holds this name, and holds it until the transaction ends. */
export async function lock(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** Waits until nobody holds this name alone, and keeps anybody from it until the transaction ends: many may share it. */
export async function lockShared(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`;
}
