/** How long a wait is, for people: `40 seconds`, `1 minute`. */
export function waitInWords(seconds: number): string {
  const [number, unit] = seconds > 90 ? [Math.ceil(seconds / 60), "minute"] : [Math.max(1, Math.ceil(seconds)), "second"];
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
