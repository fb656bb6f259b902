import type { Generator } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import type { Transaction } from "@/lib/platform/db/client";
import { lockShared } from "@/lib/platform/db/lock";
import { BoardsError } from "@/lib/platform/errors";
import { addedFactsOf } from "./find-generators";

/** The lock that a model's deletion holds alone, and those who ask something of it share. */
export const modelLock = (name: string) => `added-model:${name}`;

/** Keeps an added model from being deleted until the transaction ends in which something is asked of it. Throws when it is gone already. */
export async function keepModel(tx: Transaction, generator: Generator): Promise<void> {
  if (!addedFactsOf(generator)) return;
  await lockShared(tx, modelLock(generator.name));
  if ((await tx.addedModel.count({ where: { name: generator.name } })) > 0) return;
  throw new BoardsError("generation.unknown_generator", {
    message: say("reasons.generation.generatorGone", { name: generator.name }),
    field: "generatorName",
  });
}
