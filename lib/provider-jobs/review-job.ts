import { generationCancelled, providerJobChanged } from "@/inngest/events";
import type { Viewer } from "@/lib/auth/viewer";
import { requireTenantAdmin } from "@/lib/auth/viewer";
import { settleBatch } from "@/lib/credits/settle";
import { db } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { failBatch } from "@/lib/generations/fail-batch";
import { liveStatuses } from "@/lib/generations/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/outbox";

/** What an admin may decide about a job whose outcome nobody knows. */
export type ReviewDecision = { action: "adopt"; externalJobId: string } | { action: "retry" } | { action: "refund" };

/**
 * Ends the review of a job: `adopt` goes on with the job that the provider has under this id, `retry` starts it anew (after the admin
 * saw that the provider has none), `refund` gives up and gives back what was set aside.
 */
export async function reviewJob(viewer: Viewer, jobId: string, decision: ReviewDecision) {
  requireTenantAdmin(viewer, "review a job");
  const job = await db().providerJob.findFirst({ where: { id: jobId, tenantId: viewer.tenantId } });
  if (!job) throw new BoardsError("provider_job.not_found", { field: "id" });
  if (job.state !== "needs_review") throw new BoardsError("provider_job.not_in_review", { field: "id" });
  const externalJobId = decision.action === "adopt" ? decision.externalJobId.trim() : null;
  if (externalJobId === "") throw new BoardsError("input.invalid", { message: "The provider's id of the job is missing", field: "externalJobId" });
  const now = new Date();
  const next = {
    adopt: { state: "submitted", externalJobId, errorCode: null, updatedAt: now },
    retry: { state: "refused", updatedAt: now },
    refund: { state: "failed", errorCode: "provider.outcome_unknown", endedAt: now, updatedAt: now },
  }[decision.action];
  const isWanted = (await db().generation.count({ where: { batchId: job.batchId, status: { in: liveStatuses } } })) > 0;
  if (!isWanted && decision.action === "retry")
    throw new BoardsError("input.invalid", { message: "Nobody wants this generation any more; refund it, or adopt its job", field: "action" });
  const events = await db().$transaction(async (tx) => {
    const { count } = await tx.providerJob.updateMany({ where: { id: jobId, state: "needs_review" }, data: next });
    if (count === 0) throw new BoardsError("provider_job.not_in_review", { field: "id" });
    const about = { batchId: job.batchId, tenantId: job.tenantId };
    // A run that waits goes on; where there is none any more, the job is stopped and settled like one that was cancelled.
    return [
      await writeOutboxEvent(tx, isWanted ? providerJobChanged.name : generationCancelled.name, isWanted ? { jobId, tenantId: job.tenantId } : about),
    ];
  });
  if (decision.action === "refund") {
    await failBatch(job.batchId, new BoardsError("provider.outcome_unknown"));
    await settleBatch(job.batchId);
  }
  await sendOutboxEvents(events);
  return db().providerJob.findUniqueOrThrow({ where: { id: jobId } });
}
