import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { reviewSentence } from "@/lib/generations/provider-jobs/look-for-job";
import { pauseSentence } from "@/lib/generations/provider-jobs/submit-job";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { loadSimulator } from "@/lib/testing/simulators/load-simulators";
import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { defaultSubmit } from "../contract/default-submit";
import type { JobStatus, Provider } from "../contract/provider";
import { type DriverBench, generatorOf, submissionOf } from "./driver-bench";

/** What becomes of one of a provider's answers. */
export interface Consequence {
  /** The row of the error table, or how the job stands. */
  meaning: string;
  /** What people read, word for word. */
  reads: string;
  again: string;
}

/** A row of the table in a provider's README. */
export interface AnswerRow extends Consequence {
  name: string;
  /** Where it is answered, and its status. */
  answer: string;
}

/** The table of a provider's answers, in the README beside its driver. */
export async function readTable({ name }: Provider): Promise<AnswerRow[]> {
  const text = await readFile(join(import.meta.dirname, "../catalogue", name, "README.md"), "utf8");
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) => {
    const [, name = "", answer = "", meaning = "", reads = "", again = ""] = line
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll("\\|", "|"));
    return { name: name.replaceAll("`", ""), answer, meaning: meaning.replaceAll("`", ""), reads, again };
  });
}

/** As the table says where an answer is given: `start 429`, `end`. */
export const placeOf = ({ at, status }: DocumentedAnswer): string => (at === "end" ? "end" : `${at} ${status ?? 200}`);

/** Has a provider's simulator answer so, and says what the product makes of it. */
export async function observe(bench: DriverBench, provider: Provider, name: string): Promise<Consequence> {
  const { answers, askedBy: usually } = await loadSimulator(provider);
  const askedBy = answers[name]?.askedBy ?? usually;
  const generator = typeof askedBy === "string" ? generatorOf(askedBy) : askedBy;
  const access = simulatedAccess(provider);
  const submission = submissionOf(generator, defaultSubmit(generator));
  bench.simulator.faults.add({ kind: "answer", on: "submit", name });
  try {
    const { status, externalJobId } = await provider.start(access, submission);
    if (status) return ended(status);
    try {
      return ended(await provider.status(access, { externalJobId, endpoint: submission.endpoint }));
    } catch (error) {
      return {
        ...thrown(provider, error),
        reads: say("reasons.progress.working", { provider: provider.title }),
        again: "the job is asked for again",
      };
    }
  } catch (error) {
    return thrown(provider, error);
  }
}

function ended(status: JobStatus): Consequence {
  if (status.state === "cancelled") return { meaning: "cancelled", reads: say("errors.generation.cancelled"), again: "no" };
  if (status.state !== "failed") return { meaning: status.state, reads: "", again: "" };
  return { meaning: status.reason, reads: status.message ?? say(`errors.${status.reason}`), again: "no" };
}

function thrown(provider: Provider, error: unknown): Consequence {
  if (!(error instanceof BoardsError)) throw error;
  const { reason, message, retryAfterSeconds, row } = error;
  if (reason === "provider.outcome_unknown" && !provider.isFree)
    return { meaning: reason, reads: reviewSentence(provider.title), again: "an admin decides" };
  if (!row.retry && reason !== "provider.outcome_unknown") return { meaning: reason, reads: message, again: "no" };
  const seconds = retryAfterSeconds ?? 15;
  return { meaning: reason, reads: pauseSentence(provider, reason, seconds), again: `after ${seconds} s` };
}
