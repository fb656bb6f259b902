import { useFormatter } from "use-intl";

/** Writes amounts in US dollars: cents, and more digits for less than ten of them. */
export function useUsd(): (usd: number) => string {
  const format = useFormatter();
  return (usd) => format.number(usd, usd !== 0 && Math.abs(usd) < 0.1 ? "smallUsd" : "usd");
}
