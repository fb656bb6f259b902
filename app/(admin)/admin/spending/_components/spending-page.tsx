"use client";

import { usePeople, useSpending, useSpendingLimits, useStorageLimits, useViewer } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Select } from "@/lib/ui/select";
import { AdminPage } from "../../_components/admin-page";
import { Loading, LoadProblem } from "../../_components/load-states";
import { Notice } from "../../_components/notice";
import { Balances } from "./balances";
import { SpendingLimits } from "./spending-limits";
import { SpendingOverview } from "./spending-overview";
import { StorageLimits } from "./storage-limits";

const ranges = [7, 30, 90];

/** What was spent, by whom and on what; how much may be spent and stored; and what people have left. */
export function SpendingPage() {
  const t = useTranslations("admin.spending");
  const [days, setDays] = useState(30);
  const { spending, isSimulated, isLoading, error, reload } = useSpending(days);
  const { areSimulatedRunsCharged } = useViewer();
  const limits = useSpendingLimits();
  const people = usePeople();
  const storage = useStorageLimits();
  // All come together at first, so that none moves another away from a finger.
  const [isOpened, setIsOpened] = useState(false);
  const isAllHere = !(isLoading || limits.isLoading || people.isLoading || storage.isLoading);
  if (isAllHere && !isOpened) setIsOpened(true);
  if (!isOpened)
    return (
      <AdminPage page="spending" text={t("text")}>
        <Loading label={t("loading")} />
      </AdminPage>
    );
  return (
    <AdminPage page="spending" text={t("text")}>
      <div className="w-44">
        <Select
          id="spending-range"
          label={t("range")}
          value={days}
          options={ranges}
          textOf={(each) => t("lastDays", { days: each })}
          onChange={setDays}
        />
      </div>
      {isSimulated && <Notice>{t(areSimulatedRunsCharged ? "simulatedCharged" : "simulated")}</Notice>}
      {isLoading && <Loading label={t("loading")} />}
      {error && !spending && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {spending && <SpendingOverview spending={spending} days={days} />}
      <SpendingLimits {...limits} people={people} />
      <StorageLimits {...storage} people={people} />
      <Balances {...people} areRequired={limits.areCreditsRequired} isKnown={limits.limits !== undefined} onRequire={limits.setCreditsRequired} />
    </AdminPage>
  );
}
