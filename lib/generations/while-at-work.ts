import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { log } from "@/lib/platform/log";

const signEveryMs = 45_000;

/** Does work for a batch, and shows now and then that it goes on, so that nobody takes the batch for lost. */
export async function whileAtWork<T>(batchId: string, work: () => Promise<T>, everyMs = signEveryMs): Promise<T> {
  const signs = setInterval(() => {
    expectSilence(batchId, 0).catch((error) => log.warn({ batchId, err: error }, "could not note that a batch is being worked on"));
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(signs);
  }
}

/** Says that nothing will be heard of a batch for some seconds, and that this is right: see resume-lost-batches.ts. */
export async function expectSilence(batchId: string, seconds: number): Promise<void> {
  await asInstallation(
    () => db().$executeRaw`
      UPDATE boards.generation_turns SET admitted_at = now() + make_interval(secs => ${seconds})
      WHERE batch_id = ${batchId}::uuid AND admitted_at IS NOT NULL`,
  );
}
