import { type JobState, type StateBefore, statesBefore } from "@/lib/generations/provider-jobs/job-states";
import { type Database, db, type Transaction } from "@/lib/platform/db/client";
import type { Prisma } from "@/prisma/generated/client";

/** Where a move leads, from which state (default: from any that it may follow), and what else it writes. */
interface Move<To extends JobState> {
  to: To;
  from?: StateBefore<To>;
  data?: Omit<Prisma.ProviderJobUpdateManyMutationInput, "state" | "updatedAt">;
}

/** The one way to change a job's state. Answers whether it did: someone else may have been first. */
export async function moveJob<To extends JobState>(
  id: string,
  { to, from, data }: Move<To>,
  database: Database | Transaction = db(),
): Promise<boolean> {
  const { count } = await database.providerJob.updateMany({
    where: { id, state: from ?? { in: statesBefore(to) } },
    data: { ...data, state: to, updatedAt: new Date() },
  });
  return count === 1;
}
