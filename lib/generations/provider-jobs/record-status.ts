import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import type { JobPlan } from "@/lib/generations/provider-jobs/job-plan";
import type { endedStates } from "@/lib/generations/provider-jobs/job-states";
import { moveJob } from "@/lib/generations/provider-jobs/move-job";
import { publishProgress } from "@/lib/generations/publish-progress";
import { bytesOf, inlineAddress, storeResult } from "@/lib/generations/store-result";
import type { StoredOutput } from "@/lib/generators/contract/define-generator";
import type { JobStatus, Usage } from "@/lib/generators/contract/provider";
import { readPath } from "@/lib/generators/contract/read-path";
import { areProvidersFree } from "@/lib/generators/contract/simulation";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { isStorageTrouble } from "@/lib/platform/storage/storage-error";
import { cutText } from "@/lib/platform/text/characters";
import type { Prisma } from "@/prisma/generated/client";

/**
 * One output of a job: where the provider keeps it (a `data:` address is the output itself), where we do already, or why there is none:
 * a job that has failed keeps its sentence for people there.
 * `isRefused`: the provider blanked it, by its content policy.
 */
export type JobOutput = ({ url: string } | { stored: StoredOutput } | { problem: string }) & { isRefused?: true };

type Job = Prisma.ProviderJobGetPayload<object>;

/** Writes down how a job stands. What ended stays as it is. Answers its state. */
export async function recordStatus(job: Job, { generator, provider }: Pick<JobPlan, "generator" | "provider">, status: JobStatus): Promise<string> {
  const { batchId } = job;
  switch (status.state) {
    case "queued": {
      const place = status.position === undefined ? undefined : status.position + 1;
      const asked = { provider: provider.title };
      await publishProgress(batchId, 0.02, place ? say("reasons.progress.place", { ...asked, place }) : say("reasons.progress.queued", asked));
      return job.state;
    }
    case "running":
      await publishProgress(
        batchId,
        status.progress ?? runningFor(job),
        status.message ?? say("reasons.progress.working", { provider: provider.title }),
      );
      return job.state;
    case "cancelled":
      return end(job, "cancelled");
    case "failed":
      return end(job, "failed", {
        billedUsd: billedFor(generator, status),
        errorCode: status.reason,
        errorRaw: status.raw ?? status.message ?? null,
        ...(status.message === undefined ? {} : { outputs: [{ problem: status.message }] satisfies JobOutput[] }),
      });
    case "succeeded": {
      const billedUsd = billedFor(generator, status);
      const found = readPath(status.result, generator.output);
      const outputs: JobOutput[] = [];
      for (const [index, text] of found.entries()) {
        const isRefused = status.refusedOutputs?.includes(index);
        outputs.push({ ...(await kept(job, generator.artifactType, text, index)), ...(isRefused ? { isRefused } : {}) });
      }
      // Why there are fewer than were asked for, or none.
      const isLess = status.isPartlyRefused && found.length < (await db().generation.count({ where: { batchId } }));
      const errorCode = isLess ? "provider.content_refused" : found.length === 0 ? "provider.result_invalid" : null;
      const errorRaw = errorCode && cutText(JSON.stringify(status.result), 4000);
      return end(job, "succeeded", { billedUsd, outputs: outputs as unknown as Prisma.InputJsonValue, errorCode, errorRaw });
    }
  }
}

const billedFor = (generator: JobPlan["generator"], { billedUsd, usage }: { billedUsd?: number; usage?: Usage }) =>
  areProvidersFree() ? 0 : (billedUsd ?? (usage && generator.billedUsd?.(usage)) ?? null);

// Providers that do not say how far they are: most of the way after a third of the time limit, and never quite there.
function runningFor({ startedAt, deadlineAt }: Job): number {
  const share = (Date.now() - startedAt.getTime()) / (deadlineAt.getTime() - startedAt.getTime());
  return 0.05 + 0.85 * (1 - Math.exp(-6 * Math.max(share, 0)));
}

async function end(job: Job, to: (typeof endedStates)[number], data: Prisma.ProviderJobUpdateManyMutationInput = {}): Promise<string> {
  const ended = { errorCode: null, errorRaw: null, ...data, externalJobId: job.externalJobId, endedAt: new Date() };
  if (await moveJob(job.id, { to, data: ended })) return to;
  return (await db().providerJob.findUnique({ where: { id: job.id } }))?.state ?? to;
}

// Texts, and files within the answer, exist nowhere else: they are stored before anything else can go wrong, and while the storage is full
// or away they stay in the database.
async function kept(job: Job, artifactType: StoredOutput["artifactType"], text: string, index: number): Promise<JobOutput> {
  const isInline = inlineAddress.test(text);
  if (!isInline && artifactType !== "text") return { url: text };
  const generation = await db().generation.findFirst({ where: { batchId: job.batchId, status: { in: liveStatuses } } });
  if (!generation) return { problem: say("reasons.generation.unwanted") };
  const url = isInline ? text : `data:text/plain;base64,${Buffer.from(text).toString("base64")}`;
  try {
    return { stored: await storeResult(generation, artifactType, index, async () => bytesOf(url)) };
  } catch (error) {
    if (isStorageTrouble(error)) return { url };
    if (error instanceof BoardsError && !error.row.retry) return { problem: error.message };
    throw error;
  }
}
