import { failOutput } from "@/lib/generations/fail-output";
import { planOf } from "@/lib/generations/provider-jobs/check-job";
import { fetchResult } from "@/lib/generations/provider-jobs/fetch-result";
import type { JobOutput } from "@/lib/generations/provider-jobs/record-status";
import { storeOutput } from "@/lib/generations/store-output";
import { bytesOf, inlineAddress, storeResult } from "@/lib/generations/store-result";
import { simulatorUrl } from "@/lib/generators/contract/simulation";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

/** For so long at least providers keep what they made. */
const keptThereMs = 24 * 3600 * 1000;

/**
 * Copies output number `index` of a job into the storage, and completes its generation. A file that cannot be used fails its own
 * generation and no other, and stays for download; trouble that passes throws, so that the step is repeated while the provider still has
 * the file.
 */
export async function storeProviderOutput(jobId: string, index: number): Promise<void> {
  const job = await db().providerJob.findUniqueOrThrow({ where: { id: jobId } });
  const outputs = (job.outputs ?? []) as unknown as JobOutput[];
  const output = outputs[index];
  const { batchId } = job;
  const [plan, asked] = await Promise.all([planOf(job), db().generation.findFirst({ where: { batchId } })]);
  if (!asked) throw new BoardsError("generation.cancelled");
  const isSimulated = Boolean(simulatorUrl());
  const open = async (url: string) => (inlineAddress.test(url) ? bytesOf(url) : fetchResult(url, plan));
  try {
    if (!output) throw new BoardsError("provider.result_invalid");
    if ("problem" in output) throw new BoardsError("provider.result_invalid", { raw: output.problem });
    const stored = "stored" in output ? output.stored : await storeResult(asked, plan.generator.artifactType, index, () => open(output.url));
    if ("url" in output && inlineAddress.test(output.url)) {
      const known = outputs.with(index, { ...(output.isRefused ? { isRefused: true } : {}), stored });
      await db().providerJob.update({ where: { id: jobId }, data: { outputs: known as unknown as Prisma.InputJsonValue } });
    }
    if (plan.generator.name !== asked.generatorName)
      await db().generation.updateMany({ where: { batchId }, data: { madeByGenerator: plan.generator.name } });
    if (output.isRefused)
      throw new BoardsError("provider.content_refused", { message: say("reasons.provider.blanked", { provider: plan.provider.title }) });
    await storeOutput(batchId, stored, { isSimulated });
  } catch (error) {
    if (
      error instanceof BoardsError &&
      error.reason === "provider.unavailable" &&
      Date.now() - (job.endedAt ?? job.updatedAt).getTime() < keptThereMs
    )
      throw new BoardsError("provider.result_away", { raw: error.raw, cause: error });
    if (!(error instanceof BoardsError) || (error.row.retry && error.reason !== "provider.unavailable")) throw error;
    const { reason, raw, message } = error;
    log.warn({ batchId, jobId, index, reason, raw, message }, "output can't be used");
    // Whatever is wrong with a provider's file, to the person it is the provider's result that cannot be used.
    const told = reason.startsWith("provider.") ? error : new BoardsError("provider.result_invalid", { raw: raw ?? message });
    await failOutput(batchId, index, told, { isSimulated });
  }
}
