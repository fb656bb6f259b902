import { db, type Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";

/** How many of something there may be. */
interface Bound {
  /** What they belong to; of those who add to one place at the same moment, each waits for the others. */
  place: string;
  maximum: number;
  count: (tx: Transaction) => Promise<number>;
  /** What is said when there are as many already, and of which field. */
  refusal: { reason?: ErrorReason; message: string; field: string };
}

/** Adds one more where there are fewer than `maximum`; nobody else adds between the count and the insert. */
export function addWithin<T>({ place, maximum, count, refusal }: Bound, add: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await lock(tx, place);
    if ((await count(tx)) >= maximum) throw new BoardsError(refusal.reason ?? "input.invalid", refusal);
    return add(tx);
  });
}
