/** What a figure is to reach: on this machine, or, with `slowness`, on the one that the goals come from (`compareMachine`). */
export interface Goal {
  most?: number;
  least?: number;
  slowness?: number;
}

/** Prints one line: what was measured, how much it is, its goal, how much it would be on the machine of the goals, and whether that reaches it. */
export function printFigure(name: string, value: number, goal: Goal = {}, note = ""): void {
  const { least, slowness = 1 } = goal;
  const told = goal.most !== undefined ? `≤ ${goal.most}` : least !== undefined ? `≥ ${least}` : "";
  const there = least === undefined ? value / slowness : value * slowness;
  const compared = told && slowness !== 1 ? `${there.toFixed(1)} there` : "";
  const columns = [told.padEnd(6), compared.padStart(12), (told && (isMet(value, goal) ? "met" : "not met")).padEnd(7), note];
  console.log(`  ${name.padEnd(40)} ${value.toFixed(1).padStart(8)}   ${columns.join("  ")}`.trimEnd());
}

/** Whether a figure reaches its goal. */
export function isMet(value: number, { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY, slowness = 1 }: Goal): boolean {
  return value / slowness <= most && value * slowness >= least;
}

/** The value below which this share of them lies. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}
