import type { KeyTest } from "@boards/client";
import type { useTranslations } from "use-intl";
import type { Tone } from "@/app/_components/status-word";

/** The sentences about providers. */
export type ProviderWords = ReturnType<typeof useTranslations<"admin.providers">>;

const tones: Record<KeyTest["state"], Tone> = { WORKS: "good", REFUSED: "bad", NO_CREDIT: "bad", NOT_REACHABLE: "busy" };

/** What came of testing a key, for people, as in `Works · $12.40 left`. */
export function describeKeyTest(t: ProviderWords, { state, message, balance, balanceUnit }: KeyTest): { tone: Tone; text: string } {
  const [tone, result] = [tones[state], t(`keyTest.${state}`)];
  if (message) return { tone, text: t("keyTest.withReason", { result, reason: message }) };
  if (typeof balance !== "number" || !balanceUnit) return { tone, text: result };
  return { tone, text: t("keyTest.withBalance", { result, balance: t(`balance.${balanceUnit}`, { balance }) }) };
}
