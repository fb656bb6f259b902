import type { SpendingLimit, SpendingLimitInput, SpendingPeriod, usePeople } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { SelectField } from "@/lib/ui/select-field";
import { DialogForm } from "../../_components/form-dialog";
import { NumberInput, typedNumber } from "../../_components/number-input";

interface LimitDialogProps {
  /** What is changed, or a new one; null while it is closed. */
  limit: SpendingLimit | "new" | null;
  people: ReturnType<typeof usePeople>;
  onSet: (input: SpendingLimitInput) => Promise<unknown>;
  onClose: () => void;
}

const everyone = "everyone";
const periods: SpendingPeriod[] = ["DAY", "MONTH"];

/** Sets a limit for all together or for one person; for whom and how long it holds stay as they are when one is changed. */
export function LimitDialog({ limit, onClose, ...rest }: LimitDialogProps) {
  const t = useTranslations("admin.spending.limits.dialog");
  return (
    <Dialog title={limit === "new" ? t("newTitle") : t("editTitle")} description={t("text")} isOpen={limit !== null} onClose={onClose}>
      {limit && <LimitForm limit={limit} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function LimitForm({ limit, people, onSet, onClose }: LimitDialogProps & { limit: SpendingLimit | "new" }) {
  const t = useTranslations("admin.spending");
  const form = useTranslations("admin.form");
  const known = limit === "new" ? null : limit;
  const [userId, setUserId] = useState(known?.userId ?? everyone);
  const [period, setPeriod] = useState<SpendingPeriod>(known?.period ?? "MONTH");
  const [hint, setHint] = useState<string | null>(null);
  const names = new Map(people.people?.map((person) => [person.id, person.name]));
  async function submit(typed: FormData) {
    const [maxUsd, maxGenerations] = [typedNumber(typed, "maxUsd"), typedNumber(typed, "maxGenerations")];
    const isEmpty = maxUsd === null && maxGenerations === null;
    setHint(isEmpty ? t("limits.dialog.nothing") : null);
    if (isEmpty) return false;
    await onSet({ userId: userId === everyone ? null : userId, period, maxUsd, maxGenerations });
    return true;
  }
  return (
    <DialogForm action={t("limits.dialog.action")} fields={["maxUsd", "maxGenerations"]} onSubmit={submit} onClose={onClose}>
      {(errorOf) => (
        <>
          {!known && (
            <>
              <div className="grid gap-1.5">
                <SelectField
                  label={t("limits.dialog.appliesTo")}
                  value={userId}
                  options={[everyone, ...names.keys()]}
                  textOf={(each) => (each === everyone ? t("everyone") : (names.get(each) ?? ""))}
                  onChange={setUserId}
                />
                {people.hasMore && (
                  <Button look="quiet" onClick={() => people.loadMore()}>
                    {t("morePeople")}
                  </Button>
                )}
              </div>
              <SelectField
                label={t("limits.dialog.period")}
                value={period}
                options={periods}
                textOf={(each) => t(`limits.dialog.periods.${each}`)}
                onChange={setPeriod}
              />
            </>
          )}
          <NumberInput
            label={t("limits.dialog.amount")}
            name="maxUsd"
            placeholder={form("noLimit")}
            initial={known?.maxUsd ?? null}
            error={errorOf("maxUsd") ?? hint}
          />
          <NumberInput
            label={t("limits.dialog.generations")}
            name="maxGenerations"
            isWhole
            placeholder={form("noLimit")}
            initial={known?.maxGenerations ?? null}
            error={errorOf("maxGenerations")}
          />
        </>
      )}
    </DialogForm>
  );
}
