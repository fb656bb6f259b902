import { type StorageUse, useInstallation, type usePeople, type useStorageLimits } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { StorageMeter } from "@/app/_components/storage-meter";
import { Button } from "@/lib/ui/button";
import { toast } from "@/lib/ui/toast";
import { AdminSection } from "../../_components/admin-page";
import { Loading, LoadProblem } from "../../_components/load-states";
import { type LimitedStorage, StorageLimitDialog } from "./storage-limit-dialog";

type StorageLimitsProps = ReturnType<typeof useStorageLimits> & { people: ReturnType<typeof usePeople> };

/** What files take, of all together and of each person, and how much they may take. */
export function StorageLimits({ tenantStorage, isLoading, error, reload, setUserLimit, setTenantLimit, people }: StorageLimitsProps) {
  const t = useTranslations("admin.spending");
  const { isAdmin: isInstallationAdmin } = useInstallation();
  const [changing, setChanging] = useState<LimitedStorage | null>(null);
  const rowOf = (storage: StorageUse, name: string, id: string | null, mayChange = true) => (
    <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-3">
      <div className="min-w-40 flex-1">
        <p className="truncate font-medium text-sm">{name}</p>
        <StorageMeter {...storage} />
      </div>
      {mayChange && (
        <Button
          look="quiet"
          aria-label={t("storage.editOf", { who: name })}
          onClick={() => setChanging({ id, name, limitBytes: storage.limitBytes })}
        >
          {t("storage.edit")}
        </Button>
      )}
    </li>
  );
  return (
    <AdminSection title={t("storage.title")} text={t("storage.text")}>
      {(isLoading || people.isLoading) && <Loading label={t("storage.loading")} />}
      {error && !tenantStorage && <LoadProblem title={t("storage.loadProblem")} onRetry={reload} />}
      {tenantStorage && people.people && (
        <ul aria-label={t("storage.list")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {rowOf(tenantStorage, t("everyone"), null, isInstallationAdmin)}
          {people.people.map(({ id, name, storage }) => rowOf(storage, name, id))}
        </ul>
      )}
      {people.hasMore && (
        <Button look="quiet" className="justify-self-center" onClick={() => people.loadMore()}>
          {t("morePeople")}
        </Button>
      )}
      <StorageLimitDialog
        storage={changing}
        onSet={async ({ id }, limitBytes) => {
          await (id === null ? setTenantLimit(limitBytes) : setUserLimit(id, limitBytes));
          toast(t("storage.saved"));
        }}
        onClose={() => setChanging(null)}
      />
    </AdminSection>
  );
}
