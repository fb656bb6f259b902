import type { Json } from "@/lib/generators/contract/define-generator";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Does `work` once in the life of a batch: a retry gets the remembered result. `isFirstTry`: nothing can be remembered yet, and is not looked for. Of
 * two who do it at the same moment both get the result of the first.
 */
export async function rememberedStep<T extends Json>(batchId: string, name: string, work: () => Promise<T>, { isFirstTry = false } = {}): Promise<T> {
  const key = { generationId: batchId, name };
  const find = () => db().generationStep.findUnique({ where: { generationId_name: key } });
  const done = isFirstTry ? null : await find();
  if (done) return done.result as T;
  const result = await work();
  const { count } = await db().generationStep.createMany({ data: { ...key, result: result as Prisma.InputJsonValue }, skipDuplicates: true });
  return count > 0 ? result : (((await find())?.result ?? result) as T);
}
