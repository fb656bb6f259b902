import type { Viewer } from "@/lib/platform/caller/viewer";
import type { Transaction } from "@/lib/platform/db/client";
import type { BulkJob } from "@/prisma/generated/client";

/** A job and whose it is. */
export interface Work {
  job: BulkJob;
  viewer: Viewer;
}

/** How far a piece brought its job: how many generations it looked at, how many of these it left unchanged, and the last of them. */
interface Advance {
  done: number;
  skipped?: number;
  cursor?: { id: string; createdAt: Date };
}

/** Moves the job on, in the transaction that changes the generations of a piece: what is changed once is not changed again. */
export type MoveOn = (tx: Transaction, advance: Advance) => Promise<void>;

/** How the pieces of a kind of job are done. */
export interface Pieces {
  /** How many generations there are to look at. */
  count(work: Work): Promise<number>;
  /** Does the next piece in one transaction and answers whether there may be more. */
  doNext(work: Work, moveOn: MoveOn): Promise<boolean>;
}
