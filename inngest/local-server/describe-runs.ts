import type { SerializedError } from "./events";
import type { RunHistory, RunSummary, StepHistory } from "./run-history";

const longestValue = 2000;
const deepestCause = 5;

/** Runs as a table, one a line. */
export function describeRuns(runs: readonly RunSummary[]): string {
  const rows = runs.map((run) => [
    run.id,
    run.functionId,
    run.status,
    String(run.attempt + 1),
    `${run.steps.ended}/${run.steps.all}`,
    momentOf(run.createdAt),
    tookOf(run.startedAt, run.endedAt),
    cut(oneLine(run.error?.message ?? ""), 80),
  ]);
  return tableOf(["RUN", "FUNCTION", "STATE", "ATTEMPT", "STEPS", "CREATED", "TOOK", "ERROR"], rows);
}

/** One run with its steps, their times, and their errors in full. */
export function describeRun(run: RunHistory): string {
  const of = run.maximumAttempts === null ? "" : ` of ${run.maximumAttempts}`;
  const facts: [string, string][] = [
    ["Run", run.id],
    ["Function", run.functionId],
    ["State", run.status],
    ["Attempt", `${run.attempt + 1}${of}${run.retryAt && !run.endedAt ? `, not before ${momentOf(run.retryAt)}` : ""}`],
    ["Event", `${run.event.name} ${jsonOf(run.event.data)}`],
    ["Created", momentOf(run.createdAt)],
    ["Started", run.startedAt ? momentOf(run.startedAt) : "not yet"],
    ["Ended", run.endedAt ? `${momentOf(run.endedAt)}, after ${tookOf(run.startedAt, run.endedAt)}` : "not yet"],
  ];
  if (run.status === "completed") facts.push(["Output", jsonOf(run.output)]);
  const steps = tableOf(
    ["STEP", "KIND", "STATE", "ATTEMPT", "CAME UP", "TOOK"],
    run.history.map((step) => [
      step.name,
      step.op,
      step.status,
      String(step.attempt + 1),
      momentOf(step.createdAt),
      tookOf(step.createdAt, step.endedAt) || dueOf(step),
    ]),
  );
  return [
    facts.map(([name, value]) => `${name.padEnd(9)} ${value}`).join("\n"),
    run.error ? errorOf("Error", run.error) : "",
    run.history.length > 0 ? steps : "No steps yet.",
    ...run.history.flatMap((step) => (step.error ? [errorOf(`Error of ${step.name}`, step.error)] : [])),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function errorOf(title: string, error: SerializedError): string {
  const lines: string[] = [];
  let each: unknown = error;
  for (let depth = 0; depth < deepestCause && typeof each === "object" && each !== null; depth++) {
    const { name, message, stack, cause } = each as Partial<SerializedError>;
    const sentence = `${name ?? "Error"}: ${message ?? ""}`;
    // A stack begins with the sentence, but for errors that were changed after they were made.
    lines.push(`${depth > 0 ? "Caused by " : ""}${stack?.includes(message ?? "") ? stack : [sentence, stack].filter(Boolean).join("\n")}`);
    each = cause;
  }
  return `${title}\n${lines.join("\n").replace(/^/gm, "  ")}`;
}

function dueOf({ dueAt, waitEvent }: StepHistory): string {
  if (waitEvent) return `waits for ${waitEvent}${dueAt ? ` until ${momentOf(dueAt)}` : ""}`;
  return dueAt ? `due ${momentOf(dueAt)}` : "";
}

function tookOf(from: Date | null, to: Date | null): string {
  if (!from || !to) return "";
  const seconds = (to.getTime() - from.getTime()) / 1000;
  return seconds < 60 ? `${seconds.toFixed(seconds < 10 ? 2 : 1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A moment as ISO 8601 has it, to the second, in UTC. */
const momentOf = (date: Date) => date.toISOString().slice(0, 19).concat("Z");

const jsonOf = (value: unknown) => cut(JSON.stringify(value ?? null), longestValue);
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

function tableOf(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [heads, ...rows].map(line).join("\n");
}
