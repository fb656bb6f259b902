import type { KeyTest } from "@boards/client";
import type { Tone } from "../../_components/status-word";

const usd = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });
const count = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

const words: Record<KeyTest["state"], { tone: Tone; word: string }> = {
  WORKS: { tone: "good", word: "Works" },
  REFUSED: { tone: "bad", word: "Refused" },
  NO_CREDIT: { tone: "bad", word: "No credit" },
  NOT_REACHABLE: { tone: "busy", word: "Not reachable" },
};

/** What came of testing a key, for people, as in `Works · $12.40 left`. */
export function describeKeyTest({ state, message, balance, balanceUnit }: KeyTest): { tone: Tone; text: string } {
  const { tone, word } = words[state];
  if (message) return { tone, text: `${word}: ${message}` };
  if (typeof balance !== "number" || !balanceUnit) return { tone, text: word };
  return { tone, text: `${word} · ${balanceUnit === "USD" ? usd.format(balance) : `${count.format(balance)} ${balanceUnit.toLowerCase()}`} left` };
}
