/** Prints one line: what was measured, how much it is, and whether it reaches its goal. */
export function printFigure(name: string, value: number, goal: { most?: number; least?: number } = {}, note = ""): void {
  const { most, least } = goal;
  const told = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : "";
  const isMet = value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
  console.log(
    `  ${name.padEnd(40)} ${value.toFixed(1).padStart(8)}   ${told.padEnd(6)} ${told ? (isMet ? "met" : "not met") : ""}   ${note}`.trimEnd(),
  );
}

/** The value below which this share of them lies. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}
