import type { AddCreditsInput, CreditKind, Person } from "@boards/client";
import { TextField } from "@/lib/ui/text-field";
import { FormDialog } from "../../_components/form-dialog";

interface CreditsDialogProps {
  /** Who gets them; null while it is closed. */
  person: Person | null;
  onAdd: (input: AddCreditsInput) => Promise<unknown>;
  onClose: () => void;
}

const kinds: { kind: CreditKind; label: string; text: string }[] = [
  { kind: "GRANT", label: "Granted", text: "Given, without payment" },
  { kind: "PURCHASE", label: "Purchased", text: "Paid for elsewhere; Boards takes no payments" },
];

/** Adds to a person's balance. */
export function CreditsDialog({ person, onAdd, onClose }: CreditsDialogProps) {
  const submit = (form: FormData) =>
    onAdd({
      userId: person?.id ?? "",
      usd: Number(form.get("usd")),
      kind: form.get("kind") as CreditKind,
      description: String(form.get("description")).trim() || null,
    });
  return (
    <FormDialog
      title={`Credits for ${person?.name ?? ""}`}
      description="They are written into the ledger, and cannot be taken back."
      action="Add credits"
      fields={["usd", "description"]}
      isOpen={person !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField label="US dollars" name="usd" type="number" inputMode="decimal" min={0.01} step="any" required error={errorOf("usd")} />
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-medium text-sm">They are</legend>
            {kinds.map(({ kind, label, text }) => (
              <label key={kind} className="flex items-start gap-3 text-sm">
                <input type="radio" name="kind" value={kind} defaultChecked={kind === "GRANT"} className="mt-0.5 size-4 accent-accent" />
                <span>
                  {label} <span className="block text-muted text-xs">{text}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <TextField label="Note" name="description" maxLength={500} autoComplete="off" error={errorOf("description")} />
        </>
      )}
    </FormDialog>
  );
}
