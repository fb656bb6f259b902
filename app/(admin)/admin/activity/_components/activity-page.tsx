"use client";

import { useAuditLog } from "@boards/client";
import { useRouter, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { AdminPage } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { ActivityFilters } from "./activity-filters";
import { ActivityRow, nameOf } from "./activity-row";

/** What was done in the workspace, by whom and from where; the address holds whose and of which kind (`?person=<id>&action=createBoard`). */
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
  const asked = useSearchParams();
  const person = asked.get("person");
  const action = asked.get("action");
  const { entries, isLoading, error, reload, hasMore, loadMore } = useAuditLog({ userId: person, action });
  const show = (name: "person" | "action", value: string | null) => {
    const next = new URLSearchParams(asked);
    if (value === null) next.delete(name);
    else next.set(name, value);
    router.replace(`/admin/activity?${next}`, { scroll: false });
  };
  const isNarrowed = person !== null || action !== null;
  return (
    <div className="grid grid-cols-1 gap-5">
      <ActivityFilters
        person={person}
        known={entries?.flatMap(({ user }) => (user ? [{ id: user.id, name: nameOf(user), email: user.email ?? null }] : [])) ?? []}
        action={action}
        onPerson={(value) => show("person", value)}
        onAction={(value) => show("action", value)}
      />
      {isLoading && <Loading label={t("loading")} />}
      {error && !entries && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {entries?.length === 0 && (
        <Empty title={t(isNarrowed ? "nothingFound" : "emptyTitle")} text={t(isNarrowed ? "nothingFoundText" : "emptyText")} />
      )}
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
