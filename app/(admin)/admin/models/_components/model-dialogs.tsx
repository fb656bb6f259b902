import type { AddedModel, AddedModels } from "@boards/client";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { TextField } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";
import { FormDialog } from "../../_components/form-dialog";
import type { ModelAction } from "./model-row";
import { PriceDialog } from "./price-dialog";
import { TryDialog } from "./try-dialog";
import { UpdateDialog } from "./update-dialog";

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
  const t = useTranslations("admin.models");
  const { describeError } = useErrorWords();
  const model = asked?.model ?? null;
  const when = (action: ModelAction) => (asked?.action === action ? model : null);
  const remove = ({ id, title }: AddedModel) =>
    added.remove(id).then(
      () => toast(t("deletion.done", { title })),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <>
      <TryDialog model={when("try")} onClose={onClose} />
      <PriceDialog model={when("price")} setPrice={added.setPrice} onSet={({ title }) => toast(t("pricing.done", { title }))} onClose={onClose} />
      <UpdateDialog
        model={when("update")}
        refresh={added.refresh}
        onKept={({ title, version }) => toast(t("update.done", { title, version: version + 1 }))}
        onClose={onClose}
      />
      <FormDialog
        title={t("retirement.title", { title: model?.title ?? "" })}
        description={t("retirement.text")}
        action={t("retirement.action")}
        look="danger"
        fields={["reason"]}
        isOpen={asked?.action === "retire"}
        onClose={onClose}
        onSubmit={async (form) => {
          if (!model) return;
          await added.retire(model.id, String(form.get("reason")).trim() || null);
          toast(t("retirement.done", { title: model.title }));
        }}
      >
        {(errorOf) => (
          <TextField
            label={t("retirement.reason")}
            name="reason"
            maxLength={200}
            placeholder={t("retirement.reasonHint")}
            error={errorOf("reason")}
          />
        )}
      </FormDialog>
      <ConfirmDialog
        title={t("deletion.title", { title: model?.title ?? "" })}
        description={t("deletion.text")}
        action={t("deletion.action")}
        isOpen={asked?.action === "delete"}
        onClose={onClose}
        onConfirm={() => model && void remove(model)}
      />
    </>
  );
}
