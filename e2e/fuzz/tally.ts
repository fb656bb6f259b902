import type { Verdict } from "./judge";

interface Row {
  inputs: number;
  passedSchema: number;
  reachedUseCase: number;
  internalErrors: number;
  codes: Map<string, number>;
}

/** An internal error, with the smallest request that makes it. */
export interface Finding {
  operation: string;
  actor: string;
  internalError: string;
  /** As curl would say it. */
  request: string;
  /** The log's lines about it. */
  log: string[];
}

/** What came of a run. */
export interface Totals {
  operations: number;
  inputs: number;
  passedSchema: number;
  reachedUseCase: number;
  internalErrors: number;
  /** Operations that no input reached. */
  neverReached: string[];
}

/** Counts, for each operation, how far its inputs got. */
export class Tally {
  private readonly rows = new Map<string, Row>();
  private readonly extra = new Set<string>();
  readonly findings: Finding[] = [];

  /** Names an operation; an extra one is there to be refused, and need not be reached. */
  open(operation: string, isExtra = false): void {
    this.rows.set(operation, { inputs: 0, passedSchema: 0, reachedUseCase: 0, internalErrors: 0, codes: new Map() });
    if (isExtra) this.extra.add(operation);
  }

  /** Counts an input; `isReal` says that its ids are those of something that is there. */
  count(operation: string, { passedSchema, reachedUseCase, code, internalError }: Verdict, isReal: boolean): void {
    const row = this.rows.get(operation);
    if (!row) throw new Error(`${operation} was not opened`);
    row.inputs++;
    if (passedSchema) row.passedSchema++;
    if (reachedUseCase && isReal) row.reachedUseCase++;
    if (internalError) row.internalErrors++;
    row.codes.set(code, (row.codes.get(code) ?? 0) + 1);
  }

  /** Keeps an internal error, and says it at once. */
  tell(finding: Finding): void {
    this.findings.push(finding);
    console.log(`\n${finding.operation} by ${finding.actor}: ${finding.internalError}\n  ${finding.request}`);
    for (const line of finding.log) console.log(`  ${line.slice(0, 900)}`);
  }

  totals(): Totals {
    const rows = [...this.rows.entries()];
    const sum = (of: (row: Row) => number) => rows.reduce((total, [, row]) => total + of(row), 0);
    return {
      operations: rows.length,
      inputs: sum((row) => row.inputs),
      passedSchema: sum((row) => row.passedSchema),
      reachedUseCase: sum((row) => row.reachedUseCase),
      internalErrors: sum((row) => row.internalErrors),
      neverReached: rows.filter(([name, row]) => row.reachedUseCase === 0 && !this.extra.has(name)).map(([name]) => name),
    };
  }

  /** The table, its last lines the totals. */
  print(): void {
    const width = Math.max(...[...this.rows.keys()].map((name) => name.length));
    const line = (name: string, cells: (string | number)[], rest = "") =>
      console.log(`${name.padEnd(width)}  ${cells.map((cell) => String(cell).padStart(9)).join("")}  ${rest}`);
    line("operation", ["inputs", "passed", "reached", "internal"], "answers");
    for (const [name, { inputs, passedSchema, reachedUseCase, internalErrors, codes }] of this.rows) {
      const answers = [...codes.entries()].sort(([, one], [, other]) => other - one).map(([code, count]) => `${code} ${count}`);
      line(name, [inputs, passedSchema, reachedUseCase, internalErrors], answers.slice(0, 7).join(", "));
    }
    const { operations, inputs, passedSchema, reachedUseCase, internalErrors, neverReached } = this.totals();
    const share = (count: number) => `${Math.round((count / Math.max(1, inputs)) * 100)} %`;
    console.log(`\noperations ${operations}, inputs ${inputs}`);
    console.log(
      `passed the schema ${passedSchema} (${share(passedSchema)}), reached a use case with real ids ${reachedUseCase} (${share(reachedUseCase)})`,
    );
    console.log(`never reached: ${neverReached.join(", ") || "none"}`);
    console.log(`internal errors ${internalErrors}`);
  }
}
