import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { db } from "@/lib/platform/db/client";
import type { Generation } from "@/prisma/generated/client";

/** The first generation of a batch that is still wanted, or null. */
export const firstWanted = (batchId: string): Promise<Generation | null> =>
  db().generation.findFirst({ where: { batchId, status: { in: liveStatuses } }, orderBy: { batchIndex: "asc" } });
