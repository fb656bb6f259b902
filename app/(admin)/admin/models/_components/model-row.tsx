import type { AddedModel } from "@boards/client";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { StatusWord } from "@/app/_components/status-word";
import { Button } from "@/lib/ui/button";
import { hidden } from "../../_components/hidden";
import { stateTones, usePriceText } from "./describe-model";
import { FieldList } from "./field-list";
import { ProblemList } from "./problem-list";

/** What can be done with an added model. */
export type ModelAction = "try" | "publish" | "retire" | "price" | "update" | "delete";

interface ModelRowProps {
  model: AddedModel;
  onAction: (action: ModelAction, model: AddedModel) => void;
}

/** An added model, how it stands, and what can be done with it. */
export function ModelRow({ model, onAction }: ModelRowProps) {
  const t = useTranslations("admin.models");
  const priceText = usePriceText();
  const { title, providerTitle, modelId, state, version, priceUsd, pricePer, forInstallation, retiredReason, fields, problems } = model;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const facts = [providerTitle, priceText(priceUsd, pricePer), t("row.version", { version }), ...(forInstallation ? [t("row.allTenants")] : [])];
  return (
    <li aria-label={title} className="grid grid-cols-1 gap-3 px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 break-words font-medium">{title}</span>
            <StatusWord tone={stateTones[state]}>{t(`states.${state}`)}</StatusWord>
          </p>
          <p className="break-all font-mono text-muted text-xs">{modelId}</p>
          <p className="mt-1 text-muted text-sm">{facts.join(" · ")}</p>
          {retiredReason && <p className="mt-1 break-words text-sm">{t("row.message", { message: retiredReason })}</p>}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
            className="mt-1 text-accent text-sm underline-offset-4 hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:text-left"
          >
            {isOpen ? t.rich("row.hide", { title, hidden }) : t.rich("row.show", { inputs: fields.length, leftOut: problems.length, title, hidden })}
          </button>
        </div>
        <div className="flex flex-wrap gap-2">
          {actionsOf(model).map((action) => {
            const label = t(action === "publish" && state === "RETIRED" ? "actions.publishAgain" : `actions.${action}`);
            return (
              <Button
                key={action}
                look={action === "publish" ? "primary" : "quiet"}
                aria-label={t("row.actionOn", { action: label, title })}
                onClick={() => onAction(action, model)}
              >
                {label}
              </Button>
            );
          })}
        </div>
      </div>
      <div id={id} hidden={!isOpen} className="grid gap-3">
        {isOpen && <Details model={model} />}
      </div>
    </li>
  );
}

function Details({ model: { addedBy, updatedAt, versions, problems, fields } }: { model: AddedModel }) {
  const t = useTranslations("admin.models.row");
  const history = [
    ...(addedBy ? [t("addedBy", { name: addedBy })] : []),
    t("updated", { when: new Date(updatedAt) }),
    ...versions.map(({ version, createdAt }) => t("versionFrom", { version, when: new Date(createdAt) })),
  ];
  return (
    <>
      <ProblemList problems={problems} />
      <FieldList fields={fields} />
      <p className="text-muted text-xs">{history.join(" · ")}</p>
    </>
  );
}

function actionsOf({ state, mayEdit, mayOffer, mayTry, isUsed }: AddedModel): ModelAction[] {
  const may: Record<ModelAction, boolean> = {
    try: mayTry && state === "DRAFT",
    publish: mayOffer && state !== "OFFERED",
    price: mayOffer,
    update: mayEdit,
    retire: mayOffer && state === "OFFERED",
    delete: mayEdit && !isUsed,
  };
  return (Object.keys(may) as ModelAction[]).filter((action) => may[action]);
}
