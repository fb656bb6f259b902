import DataLoader from "dataloader";
import { db } from "@/lib/platform/db/client";
import { registerLoaders } from "@/lib/platform/graphql/context";

/** Batched reads around credit, for one request. */
function spendingLoaders() {
  return {
    /** What a user has left, in US dollars. */
    balanceUsd: new DataLoader<string, number>(async (userIds) => {
      const accounts = await db().creditAccount.findMany({ where: { userId: { in: [...userIds] } }, select: { userId: true, balance: true } });
      const balances = new Map(accounts.map(({ userId, balance }) => [userId, Number(balance)]));
      return userIds.map((id) => balances.get(id) ?? 0);
    }),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof spendingLoaders> {}
}

registerLoaders(spendingLoaders);
