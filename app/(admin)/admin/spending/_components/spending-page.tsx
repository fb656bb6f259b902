"use client";

import { usePeople, useSpending, useSpendingLimits } from "@boards/client";
import { useState } from "react";
import { Select } from "@/lib/ui/select";
import { AdminPage } from "../../_components/admin-page";
import { Loading, LoadProblem } from "../../_components/load-states";
import { Balances } from "./balances";
import { SpendingLimits } from "./spending-limits";
import { SpendingOverview } from "./spending-overview";
import { StorageLimits } from "./storage-limits";

const ranges = [7, 30, 90];

/** What was spent, by whom and on what; how much may be spent and stored; and what people have left. */
export function SpendingPage() {
  const [days, setDays] = useState(30);
  const { spending, isSimulated, isLoading, error, reload } = useSpending(days);
  const limits = useSpendingLimits();
  const people = usePeople();
  return (
    <AdminPage
      title="Spending"
      text="What was asked for, and what it cost. Days and months are counted by UTC; what is set aside and not yet settled counts as spent."
    >
      <div className="w-44">
        <Select id="spending-range" label="Range" value={days} options={ranges} textOf={(each) => `Last ${each} days`} onChange={setDays} />
      </div>
      {isSimulated && (
        <p className="rounded-2xl border border-dashed bg-surface/60 px-5 py-4 text-sm">
          This installation simulates every provider: nothing is spent, and amounts are what it would have cost.
        </p>
      )}
      {isLoading && <Loading label="Loading spending" />}
      {error && !spending && <LoadProblem what="The spending" onRetry={reload} />}
      {spending && <SpendingOverview spending={spending} days={days} />}
      <SpendingLimits {...limits} people={people} />
      <StorageLimits people={people} />
      <Balances {...people} areRequired={limits.areCreditsRequired} isKnown={limits.limits !== undefined} onRequire={limits.setCreditsRequired} />
    </AdminPage>
  );
}
