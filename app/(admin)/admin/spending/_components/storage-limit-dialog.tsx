import { useTranslations } from "use-intl";
import { FormDialog } from "../../_components/form-dialog";
import { NumberInput, typedNumber } from "../../_components/number-input";

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
  const t = useTranslations("admin.spending.storage");
  const form = useTranslations("admin.form");
  const submit = async (typed: FormData) => {
    const gigabytes = typedNumber(typed, "gigabytes");
    if (storage) await onSet(storage, gigabytes === null ? null : Math.round(gigabytes * gigabyte));
  };
  return (
    <FormDialog
      title={t("dialogTitle")}
      description={storage?.name ?? ""}
      action={t("action")}
      fields={["limitBytes"]}
      isOpen={storage !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      {(errorOf) => (
        <NumberInput
          label={t("gigabytes")}
          name="gigabytes"
          placeholder={form("noLimit")}
          help={t("help")}
          initial={storage?.limitBytes == null ? null : storage.limitBytes / gigabyte}
          error={errorOf("limitBytes")}
        />
      )}
    </FormDialog>
  );
}
