import { storeArtifact } from "@/lib/artifacts/store-artifact";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { changeGenerations } from "@/lib/generations/change-generations";
import { rememberedStep } from "@/lib/generations/remembered-step";
import { storeOutput } from "@/lib/generations/store-output";
import type { Json, StoredOutput } from "@/lib/generators/define-generator";
import { simulatorUrl } from "@/lib/generators/simulation";
import { log } from "@/lib/log";
import { planOf } from "@/lib/provider-jobs/check-job";
import { fetchResult } from "@/lib/provider-jobs/fetch-result";
import type { JobOutput } from "@/lib/provider-jobs/record-status";

/**
 * Copies output number `index` of a job into the storage, and completes its generation. A file that cannot be used fails its own
 * generation and no other; trouble that passes throws, so that the step is repeated while the provider still has the file.
 */
export async function storeProviderOutput(jobId: string, index: number): Promise<void> {
  const job = await db().providerJob.findUniqueOrThrow({ where: { id: jobId } });
  const output = (job.outputs as unknown as JobOutput[] | null)?.[index];
  const { batchId } = job;
  const [plan, asked] = await Promise.all([planOf(job), db().generation.findFirst({ where: { batchId } })]);
  if (!asked) throw new BoardsError("generation.cancelled");
  const { tenantId, boardId } = asked;
  try {
    if (!output) throw new BoardsError("provider.result_invalid");
    if ("problem" in output) throw new BoardsError("provider.result_invalid", { raw: output.problem });
    const stored = "stored" in output ? output.stored : await copied(output.url);
    if (plan.generator.name !== asked.generatorName)
      await db().generation.updateMany({ where: { batchId }, data: { madeByGenerator: plan.generator.name } });
    await storeOutput(batchId, stored, { isSimulated: Boolean(simulatorUrl()) });
  } catch (error) {
    if (!(error instanceof BoardsError) || error.row.retry) throw error;
    log.warn({ batchId, jobId, index, reason: error.reason, raw: error.raw, message: error.message }, "an output cannot be used");
    await failOutput(batchId, index, error);
  }

  async function copied(url: string): Promise<StoredOutput> {
    const { artifactType } = plan.generator;
    const stored = await rememberedStep(batchId, `store-${index}`, async () => {
      const source = await fetchResult(url, plan);
      const artifact = { tenantId, boardId, artifactId: batchId, artifactType, source, from: "result" as const, maxBytes: env().maxResultSizeBytes };
      return { ...(await storeArtifact(artifact)), outputIndex: index, artifactType } as unknown as Json;
    });
    return stored as unknown as StoredOutput;
  }
}

// Whatever is wrong with a provider's file, to the person it is the provider's result that cannot be used.
async function failOutput(batchId: string, batchIndex: number, error: BoardsError) {
  const invalid = new BoardsError("provider.result_invalid", { raw: error.raw ?? error.message });
  await changeGenerations(db(), { batchId, batchIndex }, "failed", {
    status: "failed",
    errorCode: invalid.reason,
    errorMessage: invalid.message,
    errorRaw: invalid.raw ?? null,
    completedAt: new Date(),
  });
}
