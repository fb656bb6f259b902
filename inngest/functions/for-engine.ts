import { NonRetriableError } from "inngest";
import { BoardsError } from "@/lib/platform/errors";

/** Tells the engine not to repeat what cannot get better: the error table's `retry` decides. */
export async function forEngine<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof BoardsError) || error.row.retry) throw error;
    // The reason travels as the error's name: the engine keeps name and message, nothing else.
    const final = new NonRetriableError(error.message, { cause: error });
    final.name = error.reason;
    throw final;
  }
}
