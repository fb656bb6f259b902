import type { DocumentedAnswer } from "./provider-simulator";

/** What can go wrong. `drop-before` cuts the line before the provider took the request, `drop-after` after it did; `answer` is one of the provider's own. */
const faultKinds = [
  "latency",
  "error-500",
  "error-503",
  "rate-limit",
  "drop-before",
  "drop-after",
  "malformed",
  "unknown-status",
  "fail",
  "refuse",
  "bad-input",
  "broken-text",
  "slow",
  "expired",
  "huge",
  "wrong-type",
  "lying",
  "no-output",
  "no-webhook",
  "one-bad-output",
  "one-tall-output",
  "one-blank-output",
  "blank",
  "answer",
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault that waits for its moment. */
export interface Fault {
  kind: FaultKind;
  /** Which request it meets. */
  on: "submit" | "status" | "file" | "upload";
  /** How often; default once. */
  times: number;
  /** Part of the host, as in `fal`. */
  host?: string;
  ms?: number;
  retryAfterSeconds?: number;
  /** Of an answer that the provider's documentation has. */
  name?: string;
  answer?: DocumentedAnswer;
}

/** Faults to come, from tests (by name) and from people (words in a prompt, as in `sim:refuse`). */
export class FaultPlan {
  private readonly planned: Fault[] = [];
  private readonly seen = new Map<string, number>();

  add(fault: Omit<Fault, "times"> & { times?: number }): void {
    this.planned.push({ times: 1, ...fault });
  }

  clear(): void {
    this.planned.length = 0;
  }

  /** The fault that meets a request, if any; each counts down. */
  next(host: string, on: Fault["on"]): Fault | null {
    const fault = this.planned.find((each) => each.on === on && each.times > 0 && host.includes(each.host ?? ""));
    if (!fault) return null;
    fault.times--;
    return fault;
  }

  /**
   * The fault that a prompt asks for, by its kind or by the name of one of the provider's own answers. `sim:rate-limit` meets the first two
   * tries of one prompt, and then lets it through; `sim:slow-down*3` the first three.
   */
  fromPrompt(prompt: string, answers: Record<string, DocumentedAnswer> = {}): Fault | null {
    const [, word = "", count] = /\bsim:([a-z0-9-]+?)(?:\*(\d+))?(?=\s|$|[.,;])/.exec(prompt) ?? [];
    const answer = answers[word];
    const kind = answer ? "answer" : faultKinds.find((each) => each === word);
    if (!kind) return null;
    const isPassing = ["rate-limit", "error-503", "drop-before"].includes(kind);
    const times = Number(count ?? (isPassing ? 2 : Number.POSITIVE_INFINITY));
    const before = this.seen.get(prompt) ?? 0;
    this.seen.set(prompt, before + 1);
    return before < times ? { kind, on: "submit", times: 1, retryAfterSeconds: 3, ...(answer ? { name: word } : {}) } : null;
  }
}
