import type { GenerationChange, Inverse } from "@/lib/curation/bulk-jobs/generation-change";
import type { Transaction } from "@/lib/platform/db/client";
import type { BulkJob } from "@/prisma/generated/client";

/** Keeps in the transaction of a change what takes it back. */
export async function writeInverses(tx: Transaction, { id, tenantId }: BulkJob, inverses: Inverse[]): Promise<void> {
  const data = inverses.filter(({ generationIds }) => generationIds.length > 0).map((inverse) => ({ jobId: id, tenantId, ...inverse }));
  if (data.length > 0) await tx.bulkJobInverse.createMany({ data });
}

/** What takes back a change, where that differs from one generation to the next: each change with the generations that it is for. */
export function groupInverses<Row extends { id: string }>(rows: Row[], changeOf: (row: Row) => GenerationChange | null): Inverse[] {
  const groups = new Map<string, Inverse>();
  for (const row of rows) {
    const change = changeOf(row);
    if (!change) continue;
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { change, generationIds: [] };
    group.generationIds.push(row.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
