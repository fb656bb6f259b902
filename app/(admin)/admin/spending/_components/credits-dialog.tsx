import type { AddCreditsInput, CreditKind, Person } from "@boards/client";
import { useTranslations } from "use-intl";
import { TextField } from "@/lib/ui/text-field";
import { FormDialog } from "../../_components/form-dialog";
import { NumberInput, typedNumber } from "../../_components/number-input";

interface CreditsDialogProps {
  /** Who gets them; null while it is closed. */
  person: Person | null;
  onAdd: (input: AddCreditsInput) => Promise<unknown>;
  onClose: () => void;
}

const kinds: CreditKind[] = ["GRANT", "PURCHASE"];

/** Adds to a person's balance. */
export function CreditsDialog({ person, onAdd, onClose }: CreditsDialogProps) {
  const t = useTranslations("admin.spending.credits");
  const submit = (form: FormData) =>
    onAdd({
      userId: person?.id ?? "",
      usd: typedNumber(form, "usd") ?? 0,
      kind: form.get("kind") as CreditKind,
      description: String(form.get("description")).trim() || null,
    });
  return (
    <FormDialog
      title={t("addFor", { name: person?.name ?? "" })}
      description={t("dialogText")}
      action={t("add")}
      fields={["usd", "description"]}
      isOpen={person !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <NumberInput label={t("amount")} name="usd" initial={null} required error={errorOf("usd")} />
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-medium text-sm">{t("kind")}</legend>
            {kinds.map((kind) => (
              <label key={kind} className="flex items-start gap-3 text-sm pointer-coarse:min-h-11">
                <input type="radio" name="kind" value={kind} defaultChecked={kind === "GRANT"} className="mt-0.5 size-4 shrink-0 accent-accent" />
                <span>
                  {t(`kinds.${kind}.label`)} <span className="block text-muted text-xs">{t(`kinds.${kind}.text`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <TextField label={t("note")} name="description" maxLength={500} autoComplete="off" error={errorOf("description")} />
        </>
      )}
    </FormDialog>
  );
}
