import { useCallback } from "react";
import { useTranslations } from "use-intl";

const dayMs = 24 * 3600 * 1000;

/** How many days are left until a moment, each begun one counted; none once it has passed. */
export const daysUntil = (moment: string, now = Date.now()): number => Math.max(0, Math.ceil((Date.parse(moment) - now) / dayMs));

/** A function that says how long something stays in the trash. */
export function useDaysLeft() {
  const t = useTranslations("studio.trash");
  return useCallback((expiresAt: string | null | undefined) => (expiresAt ? t("daysLeft", { days: daysUntil(expiresAt) }) : ""), [t]);
}
