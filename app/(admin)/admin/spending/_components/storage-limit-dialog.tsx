import { TextField } from "@/lib/ui/text-field";
import { FormDialog } from "../../_components/form-dialog";

/** Whose storage it is: a person's, or everybody's together where there is no id. */
export interface LimitedStorage {
  id: string | null;
  name: string;
  limitBytes: number | null;
}

interface StorageLimitDialogProps {
  /** What is changed; null while it is closed. */
  storage: LimitedStorage | null;
  onSet: (storage: LimitedStorage, limitBytes: number | null) => Promise<unknown>;
  onClose: () => void;
}

const gigabyte = 1_000_000_000;

/** Sets how much files may take. */
export function StorageLimitDialog({ storage, onSet, onClose }: StorageLimitDialogProps) {
  const submit = async (form: FormData) => {
    const typed = form.get("gigabytes");
    if (storage) await onSet(storage, typed ? Math.round(Number(typed) * gigabyte) : null);
  };
  return (
    <FormDialog
      title="Storage limit"
      description={storage?.name ?? ""}
      action="Set limit"
      fields={["limitBytes"]}
      isOpen={storage !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      {(errorOf) => (
        <TextField
          label="Gigabytes"
          name="gigabytes"
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          placeholder="no limit"
          help="Leave it empty to use this installation's default."
          defaultValue={storage && storage.limitBytes !== null ? storage.limitBytes / gigabyte : ""}
          error={errorOf("limitBytes")}
        />
      )}
    </FormDialog>
  );
}
