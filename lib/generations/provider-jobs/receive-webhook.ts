import { providerJobChanged } from "@/inngest/events";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { adopt } from "@/lib/generations/provider-jobs/look-for-job";
import { resumeBatch } from "@/lib/generations/provider-jobs/resume-batch";
import { findProvider } from "@/lib/generators/catalogue/providers";
import type { WebhookRequest } from "@/lib/generators/contract/provider";
import { accessOfJob } from "@/lib/generators/provider-keys/provider-access";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/**
 * Takes a provider's call about one of our jobs. Only the signature is believed, and of the body only the job's id: how it stands is
 * asked for. A job whose start had no answer gets its id here.
 */
export async function receiveWebhook(providerName: string, jobId: string, request: WebhookRequest): Promise<void> {
  const provider = findProvider(providerName);
  const isId = /^[0-9a-f-]{36}$/i.test(jobId);
  const job = provider?.verifyWebhook && isId ? await db().providerJob.findUnique({ where: { id: jobId } }) : null;
  if (!provider?.verifyWebhook || !job || job.providerName !== providerName) throw new BoardsError("provider_job.not_found");
  const { access } = await accessOfJob(job, provider);
  const { externalJobId } = await provider.verifyWebhook(access, request);
  if (job.externalJobId && job.externalJobId !== externalJobId) {
    // A genuine call, replayed against another job of ours.
    log.warn({ jobId, provider: providerName, externalJobId }, "webhook's job differs from the one in its URL");
    throw new BoardsError("provider.webhook_refused");
  }
  const wasParked = job.state === "needs_review";
  if (!job.externalJobId) await adopt(jobId, externalJobId);
  const event = wasParked ? await resumeBatch(db(), job) : await writeOutboxEvent(db(), providerJobChanged.name, { jobId, tenantId: job.tenantId });
  await sendOutboxEvents([event]);
}
