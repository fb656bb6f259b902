import type { Person, usePeople } from "@boards/client";
import { useState } from "react";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { AdminSection } from "../../_components/admin-page";
import { formatUsd } from "../../_components/format";
import { Loading, LoadProblem } from "../../_components/load-states";
import { SwitchRow } from "../../_components/switch-row";
import { CreditsDialog } from "./credits-dialog";

type BalancesProps = ReturnType<typeof usePeople> & {
  areRequired: boolean;
  /** Whether the switch's state is known yet. */
  isKnown: boolean;
  onRequire: (areRequired: boolean) => Promise<unknown>;
};

/** What people have left, and whether it counts. */
export function Balances({ people, isLoading, error, reload, hasMore, loadMore, addCredits, areRequired, isKnown, onRequire }: BalancesProps) {
  const [adding, setAdding] = useState<Person | null>(null);
  const require = (next: boolean) =>
    onRequire(next).then(
      () => toast(next ? "From now on people spend only what they have." : "Balances no longer hold anybody back."),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <AdminSection title="Credits" text="What each person has left, in US dollars: what was added, less what was spent.">
      <div className="rounded-2xl border bg-surface px-5 py-4">
        <SwitchRow
          label="Credits required"
          text="On: a request that costs more than the balance is refused. Off: balances are kept, and may fall below zero."
          isOn={areRequired}
          isDisabled={!isKnown}
          onChange={require}
        />
      </div>
      {isLoading && <Loading label="Loading people" />}
      {error && !people && <LoadProblem what="The people" onRetry={reload} />}
      {people && (
        <ul aria-label="Balances" className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {people.map((person) => (
            <li key={person.id} className="flex items-center justify-between gap-4 px-5 py-3">
              <div className="min-w-0">
                <p className="truncate font-medium text-sm">{person.name}</p>
                {person.email && person.email !== person.name && <p className="truncate text-muted text-xs">{person.email}</p>}
              </div>
              <div className="flex shrink-0 items-center gap-4">
                <span className={`text-sm tabular-nums ${person.balanceUsd < 0 ? "text-danger" : ""}`}>{formatUsd(person.balanceUsd)}</span>
                <Button look="quiet" aria-label={`Add credits to ${person.name}`} onClick={() => setAdding(person)}>
                  Add
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button look="quiet" className="justify-self-center" onClick={() => loadMore()}>
          Show more people
        </Button>
      )}
      <CreditsDialog
        person={adding}
        onAdd={async (input) => {
          const balance = await addCredits(input);
          toast(`${adding?.name} has ${formatUsd(balance)} now.`);
        }}
        onClose={() => setAdding(null)}
      />
    </AdminSection>
  );
}
