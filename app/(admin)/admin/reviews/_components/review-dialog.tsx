import type { ProviderJobFacts, ProviderJobReviewAction } from "@boards/client";
import { useTranslations } from "use-intl";
import { TextField } from "@/lib/ui/text-field";
import { FormDialog } from "../../_components/form-dialog";

/** What can be decided about a job. */
export type Action = ProviderJobReviewAction;

/** All of them. */
export const actions: Action[] = ["ADOPT", "RETRY", "REFUND"];

interface ReviewDialogProps {
  asking: { job: ProviderJobFacts; action: Action } | null;
  providerTitle: string;
  onDecide: (job: ProviderJobFacts, action: Action, externalJobId?: string) => Promise<unknown>;
  onClose: () => void;
}

/** Explains a decision and asks for it to be confirmed. */
export function ReviewDialog({ asking, providerTitle, onDecide, onClose }: ReviewDialogProps) {
  const t = useTranslations("admin.reviews.decisions");
  const action = asking?.action ?? "ADOPT";
  const isAdopting = asking?.action === "ADOPT";
  return (
    <FormDialog
      title={t(`${action}.title`)}
      description={t(`${action}.text`)}
      action={t(`${action}.action`)}
      look={action === "REFUND" ? "danger" : "primary"}
      fields={["externalJobId"]}
      isOpen={asking !== null}
      onSubmit={async (form) => asking && onDecide(asking.job, asking.action, isAdopting ? String(form.get("externalJobId")) : undefined)}
      onClose={onClose}
    >
      {(errorOf) =>
        isAdopting && (
          <TextField
            label={t("jobId", { provider: providerTitle })}
            name="externalJobId"
            autoComplete="off"
            spellCheck={false}
            maxLength={255}
            error={errorOf("externalJobId")}
          />
        )
      }
    </FormDialog>
  );
}
