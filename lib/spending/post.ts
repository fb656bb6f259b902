import { v7 as uuidv7 } from "uuid";
import type { Database, Transaction } from "@/lib/platform/db/client";
import { Prisma } from "@/prisma/generated/client";

/** Kinds of line in the ledger. */
export type TransactionType = "reserve" | "finalize" | "refund" | "purchase" | "grant";

/** A line to add: US dollars, negative when it takes from the balance. */
export interface LedgerLine {
  tenantId: string;
  userId: string;
  type: TransactionType;
  amount: Prisma.Decimal | number;
  description: string;
  generationId?: string | null;
  boardId?: string | null;
  generatorName?: string | null;
  metadata?: Prisma.InputJsonObject;
}

/** Adds lines of one person to the ledger, in a transaction; answers the balance after them. The account's row serializes whoever posts. */
export async function post(tx: Transaction | Database, lines: [LedgerLine, ...LedgerLine[]]): Promise<Prisma.Decimal> {
  const [{ userId, tenantId }] = lines;
  const amounts = lines.map(({ amount }) => new Prisma.Decimal(amount).toDecimalPlaces(6));
  const total = amounts.reduce((sum, amount) => sum.plus(amount), new Prisma.Decimal(0));
  const { balance } = await tx.creditAccount.upsert({
    where: { userId },
    create: { userId, tenantId, balance: total },
    update: { balance: { increment: total } },
  });
  let after = balance.minus(total);
  const rows = lines.map(({ type, description, generationId, boardId, generatorName, metadata }, index) => {
    after = after.plus(amounts[index] ?? 0);
    return {
      id: uuidv7(),
      tenantId,
      userId,
      transactionType: type,
      amount: amounts[index] ?? new Prisma.Decimal(0),
      balanceAfter: after,
      generationId: generationId ?? null,
      boardId: boardId ?? null,
      generatorName: generatorName ?? null,
      description,
      metadata: metadata ?? {},
    };
  });
  await tx.creditTransaction.createMany({ data: rows });
  return balance;
}
