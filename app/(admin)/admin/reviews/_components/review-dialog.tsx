import type { ProviderJobFacts, ProviderJobReviewAction } from "@boards/client";
import { TextField } from "@/lib/ui/text-field";
import { FormDialog } from "../../_components/form-dialog";

/** What can be decided about a job. */
export type Action = ProviderJobReviewAction;

/** The ways on, each in one sentence, and what is said when it is done. */
export const decisions: Record<Action, { label: string; title: string; text: string; action: string; done: string }> = {
  ADOPT: {
    label: "Adopt",
    title: "Go on with the provider's job?",
    text: "The provider has the job: Boards takes it over under the id that you give, and its result comes to the board.",
    action: "Adopt",
    done: "Adopted. Boards asks the provider for its result.",
  },
  RETRY: {
    label: "Retry",
    title: "Start it anew?",
    text: "The provider has no such job: Boards starts it once more; if it was there after all, it is paid for twice.",
    action: "Retry",
    done: "Started anew.",
  },
  REFUND: {
    label: "Refund",
    title: "Give it up?",
    text: "The generation fails, and what was set aside for it goes back to the person who asked.",
    action: "Refund",
    done: "Given up, and given back.",
  },
};

interface ReviewDialogProps {
  asking: { job: ProviderJobFacts; action: Action } | null;
  providerTitle: string;
  onDecide: (job: ProviderJobFacts, action: Action, externalJobId?: string) => Promise<unknown>;
  onClose: () => void;
}

/** Explains a decision and asks for it to be confirmed. */
export function ReviewDialog({ asking, providerTitle, onDecide, onClose }: ReviewDialogProps) {
  const { title, text, action } = decisions[asking?.action ?? "ADOPT"];
  const isAdopting = asking?.action === "ADOPT";
  return (
    <FormDialog
      title={title}
      description={text}
      action={action}
      look={asking?.action === "REFUND" ? "danger" : "primary"}
      fields={["externalJobId"]}
      isOpen={asking !== null}
      onSubmit={async (form) => asking && onDecide(asking.job, asking.action, isAdopting ? String(form.get("externalJobId")) : undefined)}
      onClose={onClose}
    >
      {(errorOf) =>
        isAdopting && (
          <TextField
            label={`${providerTitle}'s id of the job`}
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
