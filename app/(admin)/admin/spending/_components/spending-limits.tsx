import type { SpendingLimit, usePeople, useSpendingLimits } from "@boards/client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { AdminSection } from "../../_components/admin-page";
import { counted, formatUsd } from "../../_components/format";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { LimitDialog } from "./limit-dialog";

type SpendingLimitsProps = ReturnType<typeof useSpendingLimits> & { people: ReturnType<typeof usePeople> };

const whose = ({ userId, personName }: SpendingLimit) => (userId ? (personName ?? "Somebody without a name") : "Everybody together");

const inWords = ({ maxUsd, maxGenerations, period }: SpendingLimit) =>
  `At most ${[maxUsd !== null && formatUsd(maxUsd), maxGenerations !== null && counted(maxGenerations, "generation")].filter(Boolean).join(" and ")} a ${period.toLowerCase()}`;

/** How much all or one may spend; a request beyond it is refused before a provider hears of it. */
export function SpendingLimits({ limits, isLoading, error, reload, setLimit, people }: SpendingLimitsProps) {
  const [changing, setChanging] = useState<SpendingLimit | "new" | null>(null);
  const [removing, setRemoving] = useState<SpendingLimit | null>(null);
  const remove = ({ userId, period }: SpendingLimit) =>
    setLimit({ userId, period }).then(
      () => toast("The limit is gone."),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <AdminSection
      title="Limits"
      text="A request that would go beyond one is refused before it costs anything. What is free stays possible."
      actions={
        <Button look="quiet" onClick={() => setChanging("new")}>
          <Plus size={16} /> New limit
        </Button>
      }
    >
      {isLoading && <Loading label="Loading limits" />}
      {error && !limits && <LoadProblem what="The limits" onRetry={reload} />}
      {limits?.length === 0 && (
        <Empty
          title="No limits"
          text="Everybody may spend as much as the providers' accounts hold. Set a limit for all together, or for one person."
        />
      )}
      {limits && limits.length > 0 && (
        <ul aria-label="Limits" className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {limits.map((limit) => (
            <li key={limit.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-3">
              <div className="min-w-40 flex-1">
                <p className="truncate font-medium text-sm">{whose(limit)}</p>
                <p className="text-muted text-sm">{inWords(limit)}</p>
              </div>
              <div className="flex gap-2">
                <Button
                  look="quiet"
                  aria-label={`Remove the limit of ${whose(limit)} a ${limit.period.toLowerCase()}`}
                  onClick={() => setRemoving(limit)}
                >
                  Remove
                </Button>
                <Button
                  look="quiet"
                  aria-label={`Change the limit of ${whose(limit)} a ${limit.period.toLowerCase()}`}
                  onClick={() => setChanging(limit)}
                >
                  Change
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
          toast("The limit is set.");
        }}
        onClose={() => setChanging(null)}
      />
      <ConfirmDialog
        title="Remove this limit?"
        description={removing ? `${whose(removing)}: ${inWords(removing).toLowerCase()}. Nothing holds back spending here any more.` : ""}
        action="Remove limit"
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && void remove(removing)}
      />
    </AdminSection>
  );
}
