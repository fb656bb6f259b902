/** Prints one line: the name, the median and the 95th percentile of these milliseconds, and how many there are. */
export function report(name: string, milliseconds: number[]) {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number) => `${(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0).toFixed(1).padStart(8)} ms`;
  console.log(`${name.padEnd(52)} p50 ${at(0.5)}   p95 ${at(0.95)}   n ${sorted.length}`);
}
