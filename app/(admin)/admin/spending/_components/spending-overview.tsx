import type { useSpending } from "@boards/client";
import { AdminSection } from "../../_components/admin-page";
import { counted, formatUsd } from "../../_components/format";
import { Empty } from "../../_components/load-states";
import { DayChart } from "./day-chart";
import { SpendingList } from "./spending-list";

type Spending = NonNullable<ReturnType<typeof useSpending>["spending"]>;

/** The total, its days, and who and what it went to. */
export function SpendingOverview({ spending, days }: { spending: Spending; days: number }) {
  const { usd, generations, byDay, byPerson, byGenerator, byBoard } = spending;
  if (byPerson.length === 0)
    return <Empty title="Nothing spent" text={`Nothing that costs was asked for in the last ${days} days. What runs on this server is free.`} />;
  return (
    <>
      <section aria-label="Total" className="grid grid-cols-1 gap-6 rounded-2xl border bg-surface p-5 sm:p-6">
        <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="font-serif text-5xl leading-none tabular-nums">{formatUsd(usd)}</span>
          <span className="text-muted text-sm">
            for {counted(generations, "generation")} in the last {days} days
          </span>
        </p>
        <DayChart rows={byDay} />
      </section>
      <AdminSection title="Where it went">
        <div className="grid grid-cols-1 gap-x-8 gap-y-8 xl:grid-cols-3">
          <SpendingList heading="By person" rows={byPerson} gone="Somebody who is gone" />
          <SpendingList heading="By generator" rows={byGenerator} />
          <SpendingList heading="By board" rows={byBoard} gone="A board that is gone" />
        </div>
      </AdminSection>
    </>
  );
}
