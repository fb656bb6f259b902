import type { Transaction } from "@/lib/platform/db/client";

/** Tells who watches a board that it was changed itself, or who may do what on it: they ask for it again. */
export async function tellBoardChange(tx: Pick<Transaction, "$executeRaw">, boardId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('generation_events', ${`${boardId}:changed`})`;
}
