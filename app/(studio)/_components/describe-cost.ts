import { type GeneratorForm, useViewer } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";

/** A function that writes an amount in US dollars, small ones to a fraction of a cent. */
export function useDollars() {
  const format = useFormatter();
  return (usd: number) => format.number(usd, usd < 0.1 ? "smallUsd" : "usd");
}

/** A function that says what a request will cost. */
export function useCostWords() {
  const t = useTranslations("studio.promptBar");
  const dollars = useDollars();
  const { areSimulatedRunsCharged } = useViewer();
  return ({ costUsd, outputCount: count }: { costUsd: number; outputCount: number }, { isSimulated, isLocal }: GeneratorForm): string => {
    const cost = dollars(costUsd);
    if (isSimulated) return t(areSimulatedRunsCharged ? "simulatedCharge" : "simulatedCost", { count, cost });
    if (costUsd > 0) return t("cost", { count, cost });
    return isLocal ? t("freeLocal", { count }) : t("free", { count });
  };
}
