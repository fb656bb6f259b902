import type { Person, usePeople } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { SwitchRow } from "@/app/_components/switch-row";
import { Button } from "@/lib/ui/button";
import { toast } from "@/lib/ui/toast";
import { AdminSection } from "../../_components/admin-page";
import { Loading, LoadProblem } from "../../_components/load-states";
import { useUsd } from "../../_components/use-usd";
import { CreditsDialog } from "./credits-dialog";

type BalancesProps = ReturnType<typeof usePeople> & {
  areRequired: boolean;
  /** Whether the switch's state is known yet. */
  isKnown: boolean;
  onRequire: (areRequired: boolean) => Promise<unknown>;
};

/** What people have left, and whether it counts. */
export function Balances({ people, isLoading, error, reload, hasMore, loadMore, addCredits, areRequired, isKnown, onRequire }: BalancesProps) {
  const t = useTranslations("admin.spending");
  const { describeError } = useErrorWords();
  const usd = useUsd();
  const [adding, setAdding] = useState<Person | null>(null);
  const require = (next: boolean) =>
    onRequire(next).then(
      () => toast(t(next ? "credits.nowRequired" : "credits.notRequired")),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <AdminSection title={t("credits.title")} text={t("credits.text")}>
      <div className="rounded-2xl border bg-surface px-5 py-4">
        <SwitchRow label={t("credits.required")} text={t("credits.requiredText")} isOn={areRequired} isDisabled={!isKnown} onChange={require} />
      </div>
      {isLoading && <Loading label={t("credits.loading")} />}
      {error && !people && <LoadProblem title={t("credits.loadProblem")} onRetry={reload} />}
      {people && (
        <ul aria-label={t("credits.list")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {people.map((person) => (
            <li key={person.id} className="flex items-center justify-between gap-4 px-5 py-3">
              <div className="min-w-0">
                <p className="truncate font-medium text-sm">{person.name}</p>
                {person.email && person.email !== person.name && <p className="truncate text-muted text-xs">{person.email}</p>}
              </div>
              <div className="flex shrink-0 items-center gap-4">
                <span className={`text-sm tabular-nums ${person.balanceUsd < 0 ? "text-danger" : ""}`}>{usd(person.balanceUsd)}</span>
                <Button look="quiet" aria-label={t("credits.addFor", { name: person.name })} onClick={() => setAdding(person)}>
                  {t("credits.add")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button look="quiet" className="justify-self-center" onClick={() => loadMore()}>
          {t("morePeople")}
        </Button>
      )}
      <CreditsDialog
        person={adding}
        onAdd={async (input) => {
          const balance = await addCredits(input);
          if (adding) toast(t("credits.done", { name: adding.name, amount: usd(balance) }));
        }}
        onClose={() => setAdding(null)}
      />
    </AdminSection>
  );
}
