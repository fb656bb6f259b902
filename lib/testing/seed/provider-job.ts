import { db } from "@/lib/platform/db/client";
import type { Prisma, ProviderJob } from "@/prisma/generated/client";

type Columns = Partial<Prisma.ProviderJobCreateManyInput>;

/** The row of a batch's first job at fal, with a minute left; other columns are taken as they are. */
export function providerJobRow({ tenantId, batchId }: { tenantId: string; batchId: string }, columns: Columns = {}) {
  const usual = { providerName: "fal", generatorName: "fal-flux-2", endpoint: "fal-ai/flux-2", keyId: "installation:fal", attempt: 1 };
  return { tenantId, batchId, ...usual, deadlineAt: new Date(Date.now() + 60_000), ...columns };
}

/** Writes such a job down, which nobody started. */
export const seedProviderJob = (batch: { tenantId: string; batchId: string }, columns?: Columns): Promise<ProviderJob> =>
  db().providerJob.create({ data: providerJobRow(batch, columns) });
