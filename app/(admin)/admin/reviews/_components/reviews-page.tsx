"use client";

import { type ProviderJobFacts, useJobsToReview } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/lib/ui/toast";
import { AdminPage } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { RecentJobs } from "./recent-jobs";
import { ReviewCard } from "./review-card";
import { type Action, ReviewDialog } from "./review-dialog";

/** Jobs of which nobody knows whether the provider accepted them, for an admin to decide; and what else runs at providers. */
export function ReviewsPage() {
  const t = useTranslations("admin.reviews");
  const { parked, lookedFor, titleOf, providerOf, isLoading, error, reload, review } = useJobsToReview();
  const [asking, setAsking] = useState<{ job: ProviderJobFacts; action: Action } | null>(null);
  const jobs = parked && [...parked, ...lookedFor];
  return (
    <AdminPage page="reviews" text={t("text")}>
      {isLoading && <Loading label={t("loading")} />}
      {error && !jobs && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      <div aria-live="polite">
        {jobs?.length === 0 && <Empty title={t("empty.title")} text={t("empty.text")} />}
        {jobs && jobs.length > 0 && (
          <ul aria-label={t("list")} className="grid grid-cols-1 gap-4">
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
          toast(t(`decisions.${action}.done`));
        }}
        onClose={() => setAsking(null)}
      />
    </AdminPage>
  );
}
