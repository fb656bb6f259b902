import type { SpendingLimit } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";
import { useUsd } from "../../_components/use-usd";

/** Writes whose a limit is, and what it allows, as in `Up to $20.00 and 5 generations per day`. */
export function useLimitText() {
  const t = useTranslations("admin.spending");
  const format = useFormatter();
  const usd = useUsd();
  return {
    who: ({ userId, personName }: SpendingLimit) => (userId ? (personName ?? t("limits.unnamed")) : t("everyone")),
    limit: ({ maxUsd, maxGenerations, period }: SpendingLimit) => {
      const amounts = [...(maxUsd === null ? [] : [usd(maxUsd)]), ...(maxGenerations === null ? [] : [t("generations", { count: maxGenerations })])];
      return t("limits.limit", { amounts: format.list(amounts, "and"), period });
    },
  };
}
