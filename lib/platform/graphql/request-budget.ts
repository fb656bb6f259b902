import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

/** What one request may still cost while it is answered: every row that a loader reads and every field that is answered counts 1. */
export class RequestBudget {
  /** Rows and fields that are left. */
  left: number;
  /** The error of a request that asks for too much. */
  readonly refusal: BoardsError;

  constructor(limit = env().graphql.maxAnswer) {
    this.left = limit;
    this.refusal = new BoardsError("request.too_complex", {
      message: say("reasons.request.answerTooLarge", { limit }),
    });
  }

  /** Nothing more is read once `signal` is aborted. */
  endWith(signal: AbortSignal): void {
    signal.addEventListener("abort", () => {
      this.left = -1;
    });
  }

  /** Whether the request has asked for more than it may, or nobody waits for it: its answer will be refused. */
  get isSpent(): boolean {
    return this.left < 0;
  }

  /** Counts what is about to be answered. */
  count(cost: number): void {
    this.left -= cost;
  }

  /** Throws when nothing is left. */
  check(): void {
    if (this.isSpent) throw this.refusal;
  }

  /** Counts rows that are about to be read; throws when nothing is left. */
  spend(rows: number): void {
    this.count(rows);
    this.check();
  }
}
