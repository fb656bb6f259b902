import type { AddedModel, DescribedModel } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SwitchRow } from "@/app/_components/switch-row";
import { Button } from "@/lib/ui/button";
import { ExternalLink } from "@/lib/ui/external-link";
import { TextField } from "@/lib/ui/text-field";
import { DialogForm } from "../../_components/form-dialog";
import { usePriceText } from "./describe-model";
import { FieldList } from "./field-list";
import { PriceFields, typedPrice } from "./price-fields";
import { ProblemList } from "./problem-list";

/** What is decided about a model as it is added. */
interface ModelChoices {
  title: string;
  priceUsd: number;
  pricePer: AddedModel["pricePer"];
  forInstallation: boolean;
}

interface ModelReviewProps {
  model: DescribedModel;
  isInstallationAdmin: boolean;
  onAdd: (choices: ModelChoices) => Promise<unknown>;
  onBack: () => void;
}

/** A model as it would be added: what it takes and makes, what is left out, and its price. One that is here already cannot be added again. */
export function ModelReview({ model, isInstallationAdmin, onAdd, onBack }: ModelReviewProps) {
  const { title, description, modelId, page, fields, problems, output, artifactType, isUsable, isRetired, priceUsd, pricePer, alreadyAdded } = model;
  const t = useTranslations("admin.models");
  const priceText = usePriceText();
  const [per, setPer] = useState(pricePer ?? model.priceUnits[0] ?? "REQUEST");
  const [isForAll, setIsForAll] = useState(false);
  const facts = (
    <div className="grid gap-4">
      <div>
        <p className="break-words font-medium">{title}</p>
        <p className="break-all font-mono text-muted text-xs">{modelId}</p>
        {description && <p className="mt-1 line-clamp-4 break-words text-muted text-sm">{description}</p>}
        {page && (
          <ExternalLink href={page} className="mt-1">
            {t("review.page", { provider: model.providerTitle })}
          </ExternalLink>
        )}
      </div>
      {alreadyAdded && (
        <p role="status" className="rounded-xl border bg-sunken px-4 py-3 text-sm">
          {t("review.alreadyAdded", { title: alreadyAdded.title, state: t(`states.${alreadyAdded.state}`) })}
        </p>
      )}
      {isRetired && (
        <p role="status" className="rounded-xl border bg-sunken px-4 py-3 text-sm">
          {t("review.deprecated")}
        </p>
      )}
      <ProblemList problems={problems} />
      <FieldList fields={fields} />
      {artifactType && (
        <p className="break-words text-muted text-sm">
          {t.rich("review.result", {
            kind: t(`lookUp.kinds.${artifactType}`),
            path: output ?? "",
            code: (path) => <code className="font-mono text-xs">{path}</code>,
          })}
        </p>
      )}
    </div>
  );
  const pageHelp = page ? t("review.pageHelp") : undefined;
  const isTold = priceUsd !== null && model.source === "PROVIDER";
  const priceHelp = !isTold ? pageHelp : t("review.priceHelp", { price: priceText(priceUsd, pricePer ?? "REQUEST") });
  if (!isUsable || alreadyAdded)
    return (
      <div className="grid gap-5">
        {facts}
        <div className="flex justify-end">
          <Button look="quiet" onClick={onBack}>
            {t("review.chooseAnother")}
          </Button>
        </div>
      </div>
    );
  return (
    <DialogForm
      action={t("review.action")}
      fields={["priceUsd", "title"]}
      back={t("review.back")}
      onClose={onBack}
      onSubmit={(form) => onAdd({ title: String(form.get("title")), priceUsd: typedPrice(form), pricePer: per, forInstallation: isForAll })}
    >
      {(errorOf) => (
        <>
          {facts}
          <TextField label={t("review.name")} name="title" required maxLength={100} defaultValue={title} error={errorOf("title")} />
          <PriceFields priceUsd={priceUsd} per={per} units={model.priceUnits} onPer={setPer} error={errorOf("priceUsd")} help={priceHelp} />
          {isInstallationAdmin && (
            <SwitchRow label={t("review.allTenants")} text={t("review.allTenantsText")} isOn={isForAll} onChange={setIsForAll} />
          )}
        </>
      )}
    </DialogForm>
  );
}
