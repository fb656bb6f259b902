/** Seconds before look number `check + 1`: one at first, growing to a minute, and to five once a job has taken an hour. */
export function pauseSeconds(check: number): number {
  return Math.min(Math.round(1.5 ** (check - 1) * 10) / 10, check < 70 ? 60 : 300);
}
