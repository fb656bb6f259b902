import type { SpendingLimit, usePeople, useSpendingLimits } from "@boards/client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { toast } from "@/lib/ui/toast";
import { AdminSection } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { useLimitText } from "./describe-limit";
import { LimitDialog } from "./limit-dialog";

type SpendingLimitsProps = ReturnType<typeof useSpendingLimits> & { people: ReturnType<typeof usePeople> };

/** How much all or one may spend; a request beyond it is refused before a provider hears of it. */
export function SpendingLimits({ limits, isLoading, error, reload, setLimit, people }: SpendingLimitsProps) {
  const t = useTranslations("admin.spending.limits");
  const { describeError } = useErrorWords();
  const text = useLimitText();
  const [changing, setChanging] = useState<SpendingLimit | "new" | null>(null);
  const [removing, setRemoving] = useState<SpendingLimit | null>(null);
  const remove = ({ userId, period }: SpendingLimit) =>
    setLimit({ userId, period }).then(
      () => toast(t("removal.done")),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <AdminSection
      title={t("title")}
      text={t("text")}
      actions={
        <Button look="quiet" onClick={() => setChanging("new")}>
          <Plus size={16} /> {t("new")}
        </Button>
      }
    >
      {isLoading && <Loading label={t("loading")} />}
      {error && !limits && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {limits?.length === 0 && <Empty title={t("empty.title")} text={t("empty.text")} />}
      {limits && limits.length > 0 && (
        <ul aria-label={t("title")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {limits.map((limit) => (
            <li key={limit.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-3">
              <div className="min-w-40 flex-1">
                <p className="truncate font-medium text-sm">{text.who(limit)}</p>
                <p className="text-muted text-sm">{text.limit(limit)}</p>
              </div>
              <div className="flex gap-2">
                <Button look="quiet" aria-label={t("removeOf", { period: limit.period, who: text.who(limit) })} onClick={() => setRemoving(limit)}>
                  {t("remove")}
                </Button>
                <Button look="quiet" aria-label={t("editOf", { period: limit.period, who: text.who(limit) })} onClick={() => setChanging(limit)}>
                  {t("edit")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <LimitDialog
        limit={changing}
        people={people}
        onSet={async (input) => {
          await setLimit(input);
          toast(t("saved"));
        }}
        onClose={() => setChanging(null)}
      />
      <ConfirmDialog
        title={t("removal.title")}
        description={removing ? t("removal.text", { who: text.who(removing), limit: text.limit(removing) }) : ""}
        action={t("removal.action")}
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && void remove(removing)}
      />
    </AdminSection>
  );
}
