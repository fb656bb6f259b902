import { useTranslations } from "use-intl";

/** Says that a result is made up. */
export function SimulatedBadge({ className = "" }: { className?: string }) {
  const t = useTranslations("studio.board");
  return (
    <span className={`shrink-0 rounded-full border border-dashed px-1.5 py-px font-normal text-muted text-xs ${className}`}>{t("simulated")}</span>
  );
}
