import type { AddedModel, AddedModels } from "@boards/client";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { TextField } from "@/lib/ui/text-field";
import { FormDialog } from "../../_components/form-dialog";
import type { ModelAction } from "./model-row";
import { PriceDialog } from "./price-dialog";
import { RefreshDialog } from "./refresh-dialog";
import { TryDialog } from "./try-dialog";

/** What is asked for, and of which model. */
export interface Asked {
  action: ModelAction;
  model: AddedModel;
}

interface ModelDialogsProps {
  asked: Asked | null;
  added: AddedModels;
  onClose: () => void;
}

/** The windows in which something is decided about one model. */
export function ModelDialogs({ asked, added, onClose }: ModelDialogsProps) {
  const model = asked?.model ?? null;
  const when = (action: ModelAction) => (asked?.action === action ? model : null);
  const remove = ({ id, title }: AddedModel) =>
    added.remove(id).then(
      () => toast(`${title} is deleted.`),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <>
      <TryDialog model={when("try")} onClose={onClose} />
      <PriceDialog
        model={when("price")}
        setPrice={added.setPrice}
        onSet={({ title }) => toast(`The price of ${title} is changed.`)}
        onClose={onClose}
      />
      <RefreshDialog model={when("refresh")} refresh={added.refresh} onKept={({ title }) => toast(`${title} has a new version.`)} onClose={onClose} />
      <FormDialog
        title={`Retire ${model?.title ?? ""}?`}
        description="Nobody can choose it any more. What was made stays, and what is under way goes on."
        action="Retire"
        look="danger"
        fields={["reason"]}
        isOpen={asked?.action === "retire"}
        onClose={onClose}
        onSubmit={async (form) => {
          if (!model) return;
          await added.retire(model.id, String(form.get("reason")).trim() || null);
          toast(`${model.title} is retired.`);
        }}
      >
        {(errorOf) => (
          <TextField
            label="Reason, for whoever asks for it"
            name="reason"
            maxLength={200}
            placeholder="Use FLUX.2 instead"
            error={errorOf("reason")}
          />
        )}
      </FormDialog>
      <ConfirmDialog
        title={`Delete ${model?.title ?? ""}?`}
        description="Nothing was made with it. Its versions are deleted with it."
        action="Delete"
        isOpen={asked?.action === "delete"}
        onClose={onClose}
        onConfirm={() => model && void remove(model)}
      />
    </>
  );
}
