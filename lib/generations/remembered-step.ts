import type { Json } from "@/lib/generators/contract/define-generator";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/prisma/generated/client";

/** Does `work` once in the life of a batch: a retry gets the remembered result. */
export async function rememberedStep<T extends Json>(batchId: string, name: string, work: () => Promise<T>): Promise<T> {
  const key = { generationId: batchId, name };
  const done = await db().generationStep.findUnique({ where: { generationId_name: key } });
  if (done) return done.result as T;
  const result = await work();
  await db().generationStep.createMany({ data: { ...key, result: result as Prisma.InputJsonValue }, skipDuplicates: true });
  return result;
}
