import type { AddedModel, AddedModels } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/lib/ui/dialog";
import { DialogForm } from "../../_components/form-dialog";
import { PriceFields, typedPrice } from "./price-fields";

interface PriceDialogProps {
  /** Null while it is closed. */
  model: AddedModel | null;
  setPrice: AddedModels["setPrice"];
  onSet: (model: AddedModel) => void;
  onClose: () => void;
}

/** Sets what a model costs. */
export function PriceDialog({ model, onClose, ...rest }: PriceDialogProps) {
  const t = useTranslations("admin.models.pricing");
  return (
    <Dialog title={t("title", { title: model?.title ?? "" })} description={t("text")} isOpen={model !== null} onClose={onClose}>
      {model && <Form model={model} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function Form({ model, setPrice, onSet, onClose }: Omit<PriceDialogProps, "model"> & { model: AddedModel }) {
  const t = useTranslations("admin.form");
  const [per, setPer] = useState(model.pricePer);
  const save = async (form: FormData) => {
    await setPrice({ id: model.id, priceUsd: typedPrice(form), pricePer: per });
    onSet(model);
  };
  return (
    <DialogForm action={t("save")} fields={["priceUsd"]} onClose={onClose} onSubmit={save}>
      {(errorOf) => <PriceFields priceUsd={model.priceUsd} per={per} units={model.priceUnits} onPer={setPer} error={errorOf("priceUsd")} />}
    </DialogForm>
  );
}
