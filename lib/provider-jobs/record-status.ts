import { storeArtifact } from "@/lib/artifacts/store-artifact";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { liveStatuses } from "@/lib/generations/live-statuses";
import { publishProgress } from "@/lib/generations/publish-progress";
import { rememberedStep } from "@/lib/generations/remembered-step";
import type { Json, StoredOutput } from "@/lib/generators/define-generator";
import type { JobStatus } from "@/lib/generators/provider";
import { readPath } from "@/lib/generators/read-path";
import type { JobPlan } from "@/lib/provider-jobs/job-plan";
import type { Prisma } from "@/prisma/generated/client";

/** One output of a job: where the provider keeps it, where we do already, or why it cannot be used. */
export type JobOutput = { url: string } | { stored: StoredOutput } | { problem: string };

type Job = Prisma.ProviderJobGetPayload<object>;

/** Writes down how a job stands. What ended stays as it is. Answers its state. */
export async function recordStatus(job: Job, { generator, provider }: Pick<JobPlan, "generator" | "provider">, status: JobStatus): Promise<string> {
  const { batchId } = job;
  switch (status.state) {
    case "queued": {
      const place = status.position === undefined ? "" : `, number ${status.position + 1} in line`;
      await publishProgress(batchId, 0.02, `Waiting at ${provider.title}${place}`);
      return job.state;
    }
    case "running":
      await publishProgress(batchId, status.progress ?? runningFor(job), status.message ?? `${provider.title} is working`);
      return job.state;
    case "cancelled":
      return end(job, { state: "cancelled" });
    case "failed":
      return end(job, {
        state: "failed",
        billedUsd: status.billedUsd ?? null,
        errorCode: status.reason,
        errorRaw: status.raw ?? status.message ?? null,
      });
    case "succeeded": {
      const billedUsd = status.billedUsd ?? (status.usage && generator.billedUsd?.(status.usage)) ?? null;
      const found = readPath(status.result, generator.output);
      if (found.length === 0)
        return end(job, {
          state: "succeeded",
          billedUsd,
          outputs: [],
          errorCode: "provider.result_invalid",
          errorRaw: JSON.stringify(status.result).slice(0, 4000),
        });
      const outputs: JobOutput[] = [];
      for (const [index, text] of found.entries()) outputs.push(await kept(job, generator.artifactType, text, index));
      return end(job, { state: "succeeded", billedUsd, outputs: outputs as unknown as Prisma.InputJsonValue });
    }
  }
}

// Providers that do not say how far they are: most of the way after a third of the time limit, and never quite there.
function runningFor({ startedAt, deadlineAt }: Job): number {
  const share = (Date.now() - startedAt.getTime()) / (deadlineAt.getTime() - startedAt.getTime());
  return 0.05 + 0.85 * (1 - Math.exp(-6 * Math.max(share, 0)));
}

async function end(job: Job, data: Prisma.ProviderJobUpdateManyMutationInput & { state: string }): Promise<string> {
  const now = new Date();
  const { count } = await db().providerJob.updateMany({
    where: { id: job.id, state: { in: ["intent", "submitted", "unknown", "needs_review"] } },
    data: { errorCode: null, errorRaw: null, ...data, externalJobId: job.externalJobId, endedAt: now, updatedAt: now },
  });
  return count === 1 ? data.state : ((await db().providerJob.findUnique({ where: { id: job.id } }))?.state ?? data.state);
}

// Texts, and files within the answer, exist nowhere else: they are stored before anything else can go wrong.
async function kept(job: Job, artifactType: StoredOutput["artifactType"], text: string, index: number): Promise<JobOutput> {
  const inline = /^data:[^,]*;base64,/.exec(text);
  if (!inline && artifactType !== "text") return { url: text };
  const generation = await db().generation.findFirst({ where: { batchId: job.batchId, status: { in: liveStatuses } } });
  if (!generation) return { problem: "Nobody wants it any more" };
  const { tenantId, boardId } = generation;
  const source = inline ? Buffer.from(text.slice(inline[0].length), "base64") : new TextEncoder().encode(text);
  try {
    const stored = await rememberedStep(job.batchId, `store-${index}`, async () => {
      const artifact = {
        tenantId,
        boardId,
        artifactId: job.batchId,
        artifactType,
        source,
        from: "result" as const,
        maxBytes: env().maxResultSizeBytes,
      };
      return { ...(await storeArtifact(artifact)), outputIndex: index, artifactType } as unknown as Json;
    });
    return { stored: stored as unknown as StoredOutput };
  } catch (error) {
    if (error instanceof BoardsError && !error.row.retry) return { problem: error.message };
    throw error;
  }
}
