"use client";

import { useAuditLog } from "@boards/client";
import { useRouter, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { AdminPage } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { ActivityRow } from "./activity-row";

/** What was done in the workspace, by whom and from where; the address holds whose (`?person=<id>`). */
export function ActivityPage() {
  const t = useTranslations("admin.activity");
  return (
    <AdminPage page="activity" text={t("text")}>
      <Suspense>
        <Activity />
      </Suspense>
    </AdminPage>
  );
}

function Activity() {
  const t = useTranslations("admin.activity");
  const router = useRouter();
  const person = useSearchParams().get("person");
  const { entries, isLoading, error, reload, hasMore, loadMore } = useAuditLog(person);
  return (
    <div className="grid grid-cols-1 gap-5">
      {person && (
        <Button look="quiet" className="justify-self-start" onClick={() => router.replace("/admin/activity")}>
          {t("everybody")}
        </Button>
      )}
      {isLoading && <Loading label={t("loading")} />}
      {error && !entries && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {entries?.length === 0 && <Empty title={t("emptyTitle")} text={t("emptyText")} />}
      {entries && entries.length > 0 && (
        <ul aria-label={t("list")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {entries.map((entry) => (
            <ActivityRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button look="quiet" className="justify-self-center" onClick={() => loadMore()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
