"use client";

import { type ProviderJobFacts, useJobsToReview } from "@boards/client";
import { useState } from "react";
import { toast } from "sonner";
import { AdminPage } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { RecentJobs } from "./recent-jobs";
import { ReviewCard } from "./review-card";
import { type Action, decisions, ReviewDialog } from "./review-dialog";

/** Jobs of which nobody knows whether the provider accepted them, for an admin to decide; and what else runs at providers. */
export function ReviewsPage() {
  const { parked, lookedFor, titleOf, providerOf, isLoading, error, reload, review } = useJobsToReview();
  const [asking, setAsking] = useState<{ job: ProviderJobFacts; action: Action } | null>(null);
  const jobs = parked && [...parked, ...lookedFor];
  return (
    <AdminPage
      title="Reviews"
      text="A connection that broke at the wrong moment leaves open whether the provider accepted a job. Nothing is paid for twice: you look at the provider's own list, and decide."
    >
      {isLoading && <Loading label="Loading reviews" />}
      {error && !jobs && <LoadProblem what="The reviews" onRetry={reload} />}
      <div aria-live="polite">
        {jobs?.length === 0 && (
          <Empty
            title="Nothing to decide"
            text="Every job is either at its provider or known to have ended. What needs you appears here by itself."
          />
        )}
        {jobs && jobs.length > 0 && (
          <ul aria-label="Jobs to review" className="grid grid-cols-1 gap-4">
            {jobs.map((job) => (
              <ReviewCard
                key={job.id}
                job={job}
                title={titleOf(job.generatorName)}
                provider={providerOf(job.providerName)}
                onDecide={(action) => setAsking({ job, action })}
              />
            ))}
          </ul>
        )}
      </div>
      <RecentJobs titleOf={titleOf} providerOf={providerOf} />
      <ReviewDialog
        asking={asking}
        providerTitle={asking ? providerOf(asking.job.providerName).title : ""}
        onDecide={async (job, action, externalJobId) => {
          await review(job.id, action, externalJobId);
          toast(decisions[action].done);
        }}
        onClose={() => setAsking(null)}
      />
    </AdminPage>
  );
}
