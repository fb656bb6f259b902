import { type ProviderJobState, useRecentJobs } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Select } from "@/lib/ui/select";
import { AdminSection } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { JobRow } from "./job-row";
import { stateTones } from "./job-states";

interface RecentJobsProps {
  titleOf: (generatorName: string) => string;
  providerOf: (name: string) => { title: string };
}

type Shown = ProviderJobState | "ALL";

/** What was started at providers, newest first. */
export function RecentJobs({ titleOf, providerOf }: RecentJobsProps) {
  const t = useTranslations("admin.reviews");
  const [shown, setShown] = useState<Shown>("ALL");
  const { jobs, isLoading, error, reload, hasMore, loadMore } = useRecentJobs(shown === "ALL" ? null : shown);
  return (
    <AdminSection
      title={t("recent.title")}
      text={t("recent.text")}
      actions={
        <div className="flex items-center gap-2">
          <div className="w-44">
            <Select
              id="job-state"
              label={t("recent.filter")}
              value={shown}
              options={["ALL", ...(Object.keys(stateTones) as ProviderJobState[])] as Shown[]}
              textOf={(state) => (state === "ALL" ? t("recent.all") : t(`states.${state}`))}
              onChange={setShown}
            />
          </div>
          <Button look="quiet" onClick={() => reload()}>
            {t("recent.refresh")}
          </Button>
        </div>
      }
    >
      {isLoading && <Loading label={t("recent.loading")} />}
      {error && !jobs && <LoadProblem title={t("recent.loadProblem")} onRetry={reload} />}
      {jobs?.length === 0 && <Empty title={t("recent.empty")} text={shown === "ALL" ? t("recent.noneYet") : t("recent.noneOfState")} />}
      {jobs && jobs.length > 0 && (
        <ul aria-label={t("recent.title")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} title={titleOf(job.generatorName)} providerTitle={providerOf(job.providerName).title} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button look="quiet" className="justify-self-center" onClick={() => loadMore()}>
          {t("recent.more")}
        </Button>
      )}
    </AdminSection>
  );
}
