import type { AddedModel } from "@boards/client";
import { useId, useState } from "react";
import { Button } from "@/lib/ui/button";
import { counted, formatTime } from "../../_components/format";
import { StatusWord } from "../../_components/status-word";
import { priceInWords, providerTitles, stateWords } from "./describe-model";
import { FieldList } from "./field-list";
import { ProblemList } from "./problem-list";

/** What can be done with an added model. */
export type ModelAction = "try" | "offer" | "retire" | "price" | "refresh" | "delete";

interface ModelRowProps {
  model: AddedModel;
  onAction: (action: ModelAction, model: AddedModel) => void;
}

/** An added model, how it stands, and what can be done with it. */
export function ModelRow({ model, onAction }: ModelRowProps) {
  const { title, provider, modelId, state, version, priceUsd, pricePer, forInstallation, retiredReason, addedBy, updatedAt } = model;
  const { fields, problems, versions } = model;
  const { tone, word } = stateWords[state];
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const facts = [
    providerTitles[provider] ?? provider,
    priceInWords(priceUsd, pricePer),
    `version ${version}`,
    ...(forInstallation ? ["for all tenants"] : []),
  ];
  return (
    <li aria-label={title} className="grid grid-cols-1 gap-3 px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 break-words font-medium">{title}</span>
            <StatusWord tone={tone}>{word}</StatusWord>
          </p>
          <p className="break-all font-mono text-muted text-xs">{modelId}</p>
          <p className="mt-1 text-muted text-sm">{facts.join(" · ")}</p>
          {retiredReason && <p className="mt-1 break-words text-sm">{retiredReason}</p>}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
            className="mt-1 text-accent text-sm underline-offset-4 hover:underline"
          >
            {isOpen ? "Hide details" : summaryOf(model)}
            <span className="sr-only"> of {title}</span>
          </button>
        </div>
        <div className="flex flex-wrap gap-2">
          {actionsOf(model).map(({ action, label, isMain }) => (
            <Button key={action} look={isMain ? "primary" : "quiet"} aria-label={`${label} ${title}`} onClick={() => onAction(action, model)}>
              {label}
            </Button>
          ))}
        </div>
      </div>
      <div id={id} hidden={!isOpen} className="grid gap-3">
        {isOpen && (
          <>
            <ProblemList problems={problems} />
            <FieldList fields={fields} />
            <p className="text-muted text-xs">
              {addedBy ? `Added by ${addedBy}. ` : ""}Changed {formatTime(updatedAt)}.{" "}
              {versions.map((each) => `Version ${each.version}: ${formatTime(each.createdAt)}`).join(" · ")}
            </p>
          </>
        )}
      </div>
    </li>
  );
}

const summaryOf = ({ fields, problems }: AddedModel) =>
  [counted(fields.length, "input"), ...(problems.length > 0 ? [`${counted(problems.length, "field")} left out`] : [])].join(", ");

function actionsOf({ state, mayEdit, mayOffer, mayTry, isUsed }: AddedModel): { action: ModelAction; label: string; isMain?: boolean }[] {
  return [
    ...(mayTry && state === "DRAFT" ? [{ action: "try" as const, label: "Try" }] : []),
    ...(mayOffer && state !== "OFFERED" ? [{ action: "offer" as const, label: state === "DRAFT" ? "Offer" : "Offer again", isMain: true }] : []),
    ...(mayEdit
      ? [
          { action: "price" as const, label: "Price" },
          { action: "refresh" as const, label: "Refresh" },
        ]
      : []),
    ...(mayOffer && state === "OFFERED" ? [{ action: "retire" as const, label: "Retire" }] : []),
    ...(mayEdit && !isUsed ? [{ action: "delete" as const, label: "Delete" }] : []),
  ];
}
