const entry = "a log entry: ";

/** Settings of PostgreSQL under which it logs the plan of every statement as it ran, once `auto_explain.log_min_duration` is 0. */
export const planSettings = [
  "shared_preload_libraries=auto_explain",
  `log_line_prefix=${entry}`,
  "auto_explain.log_analyze=on",
  "auto_explain.log_timing=off",
  "auto_explain.log_format=json",
];

interface PlanNode {
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Rows Removed by Join Filter"?: number;
  Plans?: PlanNode[];
}

/** A statement as it ran. */
export interface Ran {
  sql: string;
  milliseconds: number;
  rowsRead: number;
  rowsAnswered: number;
  /** Whether it counts or adds up, so that it has to read more than it answers. */
  isAggregate: boolean;
  plan: unknown;
}

/** The statements in what PostgreSQL logged. */
export function readPlans(log: string): Ran[] {
  return log.split(entry).flatMap((text) => readEntry(text) ?? []);
}

function readEntry(text: string): Ran | null {
  const [, milliseconds, json] = /^LOG: {2}duration: ([\d.]+) ms {2}plan:\n([\s\S]*)$/.exec(text) ?? [];
  if (!milliseconds || !json) return null;
  const { Plan: plan, "Query Text": sql } = JSON.parse(json) as { Plan: PlanNode; "Query Text": string };
  return {
    sql,
    milliseconds: Number(milliseconds),
    rowsRead: rowsRead(plan),
    rowsAnswered: plan["Actual Rows"] * plan["Actual Loops"],
    isAggregate: aggregates(plan),
    plan,
  };
}

const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const aggregates = (plan: PlanNode) => nodesOf(plan).some((node) => node["Node Type"] === "Aggregate");

/** What the scans of tables took out of them, and what was thrown away again. */
function rowsRead(plan: PlanNode): number {
  return nodesOf(plan)
    .filter((node) => /^(Seq|Index|Index Only|Bitmap Heap|Tid) Scan$/.test(node["Node Type"]))
    .reduce((sum, node) => {
      const rows = node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
      return sum + rows * node["Actual Loops"];
    }, 0);
}
