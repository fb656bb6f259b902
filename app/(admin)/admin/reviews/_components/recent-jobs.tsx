import { type ProviderJobState, useRecentJobs } from "@boards/client";
import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { Select } from "@/lib/ui/select";
import { AdminSection } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { JobRow } from "./job-row";
import { jobStates } from "./job-states";

interface RecentJobsProps {
  titleOf: (generatorName: string) => string;
  providerOf: (name: string) => { title: string };
}

type Shown = ProviderJobState | "ALL";

/** What was started at providers, newest first. */
export function RecentJobs({ titleOf, providerOf }: RecentJobsProps) {
  const [shown, setShown] = useState<Shown>("ALL");
  const { jobs, isLoading, error, reload, hasMore, loadMore } = useRecentJobs(shown === "ALL" ? null : shown);
  return (
    <AdminSection
      title="Recent jobs"
      text="Every start at a provider, newest first."
      actions={
        <div className="flex items-center gap-2">
          <div className="w-44">
            <Select
              id="job-state"
              label="State"
              value={shown}
              options={["ALL", ...(Object.keys(jobStates) as ProviderJobState[])] as Shown[]}
              textOf={(state) => (state === "ALL" ? "Every state" : jobStates[state].word)}
              onChange={setShown}
            />
          </div>
          <Button look="quiet" onClick={() => reload()}>
            Refresh
          </Button>
        </div>
      }
    >
      {isLoading && <Loading label="Loading jobs" />}
      {error && !jobs && <LoadProblem what="The jobs" onRetry={reload} />}
      {jobs?.length === 0 && (
        <Empty
          title="No jobs"
          text={shown === "ALL" ? "Nothing was started at a provider yet." : "There is no job in this state. Choose another one."}
        />
      )}
      {jobs && jobs.length > 0 && (
        <ul aria-label="Recent jobs" className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} title={titleOf(job.generatorName)} providerTitle={providerOf(job.providerName).title} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button look="quiet" className="justify-self-center" onClick={() => loadMore()}>
          Show more
        </Button>
      )}
    </AdminSection>
  );
}
