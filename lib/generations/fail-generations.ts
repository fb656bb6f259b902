import { changeGenerations } from "@/lib/generations/change-generations";
import type { failureOf } from "@/lib/generations/failure-of";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/prisma/generated/client";

/** Ends those generations that match and are still live as failed, with what people and admins read about it. Answers the changed rows. */
export function failGenerations(
  where: Prisma.GenerationWhereInput,
  failure: ReturnType<typeof failureOf> & Prisma.GenerationUncheckedUpdateManyInput,
  alsoDo?: Parameters<typeof changeGenerations>[4],
) {
  return changeGenerations(db(), where, "failed", { ...failure, status: "failed", completedAt: new Date() }, alsoDo);
}
