import { bulkJobRequested } from "@/inngest/events";
import type { BulkJobKind } from "@/lib/curation/bulk-jobs/bulk-job-kinds";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { BoardsError } from "@/lib/platform/errors";
import type { BulkJob, Prisma } from "@/prisma/generated/client";

/** A person has at most this many bulk jobs running. */
const maximumRunning = 50;

/** A bulk job to be. */
export interface NewBulkJob {
  kind: BulkJobKind;
  arguments: Prisma.InputJsonObject;
  /** What happens at once, in the transaction that creates the job. */
  atOnce?: (tx: Transaction) => Promise<void>;
}

/** Creates a bulk job and has its pieces done in the background. */
export async function createBulkJob(viewer: Viewer, { kind, arguments: given, atOnce }: NewBulkJob): Promise<BulkJob> {
  const { userId, tenantId } = viewer;
  const { job, event } = await db().$transaction(async (tx) => {
    await checkRunning(tx, userId);
    await atOnce?.(tx);
    const job = await tx.bulkJob.create({ data: { kind, arguments: given, userId, tenantId } });
    return { job, event: await requestPieces(tx, job) };
  });
  await sendOutboxEvents([event]);
  return job;
}

/** Refuses one more running job than a person may have. */
export async function checkRunning(tx: Transaction, userId: string): Promise<void> {
  await lock(tx, `bulk-jobs ${userId}`);
  const running = await tx.bulkJob.count({ where: { userId, state: "running" } });
  if (running >= maximumRunning) throw new BoardsError("bulk_job.too_many", { message: say("reasons.bulkJob.tooMany", { maximum: maximumRunning }) });
}

/** Says in the transaction that a job has pieces to do. The event is sent afterwards. */
export const requestPieces = (tx: Transaction, { id, userId, tenantId }: BulkJob) =>
  writeOutboxEvent(tx, bulkJobRequested.name, { jobId: id, userId, tenantId });
