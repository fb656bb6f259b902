import type { SpendingLimit, SpendingLimitInput, SpendingPeriod, usePeople } from "@boards/client";
import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import { DialogForm } from "../../_components/form-dialog";

interface LimitDialogProps {
  /** What is changed, or a new one; null while it is closed. */
  limit: SpendingLimit | "new" | null;
  people: ReturnType<typeof usePeople>;
  onSet: (input: SpendingLimitInput) => Promise<unknown>;
  onClose: () => void;
}

const everybody = "everybody";
const periods: Record<SpendingPeriod, string> = { DAY: "A day", MONTH: "A month" };

/** Sets a limit for all together or for one person; for whom and how long it holds stay as they are when one is changed. */
export function LimitDialog({ limit, onClose, ...rest }: LimitDialogProps) {
  return (
    <Dialog
      title={limit === "new" ? "New limit" : "Change the limit"}
      description="Money, a number of generations, or both; the first that is reached counts."
      isOpen={limit !== null}
      onClose={onClose}
    >
      {limit && <LimitForm limit={limit} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function LimitForm({ limit, people, onSet, onClose }: LimitDialogProps & { limit: SpendingLimit | "new" }) {
  const known = limit === "new" ? null : limit;
  const [userId, setUserId] = useState(known?.userId ?? everybody);
  const [period, setPeriod] = useState<SpendingPeriod>(known?.period ?? "MONTH");
  const [hint, setHint] = useState<string | null>(null);
  const names = new Map(people.people?.map((person) => [person.id, person.name]));
  async function submit(form: FormData) {
    const typed = (field: string) => (form.get(field) ? Number(form.get(field)) : null);
    const [maxUsd, maxGenerations] = [typed("maxUsd"), typed("maxGenerations")];
    const isEmpty = maxUsd === null && maxGenerations === null;
    setHint(isEmpty ? "Write an amount or a number first." : null);
    if (isEmpty) return false;
    await onSet({ userId: userId === everybody ? null : userId, period, maxUsd, maxGenerations });
    return true;
  }
  return (
    <DialogForm action="Set limit" fields={["maxUsd", "maxGenerations"]} onSubmit={submit} onClose={onClose}>
      {(errorOf) => (
        <>
          {!known && (
            <>
              <div className="grid gap-1.5">
                <SelectField
                  label="For whom"
                  value={userId}
                  options={[everybody, ...names.keys()]}
                  textOf={(each) => (each === everybody ? "Everybody together" : (names.get(each) ?? ""))}
                  onChange={setUserId}
                />
                {people.hasMore && (
                  <Button look="quiet" onClick={() => people.loadMore()}>
                    Load more people
                  </Button>
                )}
              </div>
              <SelectField
                label="For how long"
                value={period}
                options={Object.keys(periods) as SpendingPeriod[]}
                textOf={(each) => periods[each]}
                onChange={setPeriod}
              />
            </>
          )}
          <TextField
            label="US dollars"
            name="maxUsd"
            type="number"
            inputMode="decimal"
            min={0}
            step="any"
            placeholder="no limit"
            defaultValue={known?.maxUsd ?? ""}
            error={errorOf("maxUsd") ?? hint}
          />
          <TextField
            label="Generations"
            name="maxGenerations"
            type="number"
            inputMode="numeric"
            min={0}
            step={1}
            placeholder="no limit"
            defaultValue={known?.maxGenerations ?? ""}
            error={errorOf("maxGenerations")}
          />
        </>
      )}
    </DialogForm>
  );
}
