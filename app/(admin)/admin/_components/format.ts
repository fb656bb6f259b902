/** An amount in US dollars: cents, and what is smaller where the amount is. */
export function formatUsd(usd: number): string {
  const maximumFractionDigits = usd !== 0 && Math.abs(usd) < 0.1 ? 4 : 2;
  return new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits }).format(usd);
}

/** How many of something, in words: `1 job`, `2 jobs`. */
export const counted = (count: number, what: string) => `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;

/** A moment as people near it say it. */
export const formatTime = (moment: string) => new Date(moment).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
