import type { useSpending } from "@boards/client";
import { useTranslations } from "use-intl";
import { AdminSection } from "../../_components/admin-page";
import { Empty } from "../../_components/load-states";
import { useUsd } from "../../_components/use-usd";
import { DayChart } from "./day-chart";
import { SpendingList } from "./spending-list";

type Spending = NonNullable<ReturnType<typeof useSpending>["spending"]>;

/** The total, its days, and who and what it went to. */
export function SpendingOverview({ spending, days }: { spending: Spending; days: number }) {
  const t = useTranslations("admin.spending");
  const amount = useUsd();
  const { usd, generations, byDay, byPerson, byGenerator, byBoard } = spending;
  if (byPerson.length === 0) return <Empty title={t("empty.title")} text={t("empty.text", { days })} />;
  return (
    <>
      <section aria-label={t("total")} className="grid grid-cols-1 gap-6 rounded-2xl border bg-surface p-5 sm:p-6">
        <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="font-serif text-5xl leading-none tabular-nums">{amount(usd)}</span>
          <span className="text-muted text-sm">{t("totalOf", { count: generations, days })}</span>
        </p>
        <DayChart rows={byDay} />
      </section>
      <AdminSection title={t("breakdown.title")}>
        <div className="grid grid-cols-1 gap-x-8 gap-y-8 xl:grid-cols-3">
          <SpendingList heading={t("breakdown.byPerson")} rows={byPerson} gone={() => t("breakdown.noPerson")} />
          <SpendingList heading={t("breakdown.byGenerator")} rows={byGenerator} gone={(name) => t("breakdown.noGenerator", { name })} />
          <SpendingList heading={t("breakdown.byBoard")} rows={byBoard} gone={() => t("breakdown.noBoard")} />
        </div>
      </AdminSection>
    </>
  );
}
