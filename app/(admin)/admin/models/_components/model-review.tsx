import type { AddedModel, DescribedModel } from "@boards/client";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { DialogForm } from "../../_components/form-dialog";
import { SwitchRow } from "../../_components/switch-row";
import { priceInWords, stateWords } from "./describe-model";
import { FieldList } from "./field-list";
import { PriceFields, typedPrice } from "./price-fields";
import { ProblemList } from "./problem-list";

/** What is decided about a model as it is added. */
export interface ModelChoices {
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
  const [per, setPer] = useState(pricePer ?? model.priceUnits[0] ?? "REQUEST");
  const [isForAll, setIsForAll] = useState(false);
  const facts = (
    <div className="grid gap-4">
      <div>
        <p className="break-words font-medium">{title}</p>
        <p className="break-all font-mono text-muted text-xs">{modelId}</p>
        {description && <p className="mt-1 line-clamp-4 break-words text-muted text-sm">{description}</p>}
        {page && (
          <a
            href={page}
            target="_blank"
            rel="noreferrer"
            className="mt-1 inline-flex items-center gap-1 text-accent text-sm underline-offset-4 hover:underline"
          >
            The provider's page <ExternalLink size={13} aria-hidden />
            <span className="sr-only"> (in a new window)</span>
          </a>
        )}
      </div>
      {alreadyAdded && (
        <p role="status" className="rounded-xl border bg-sunken px-4 py-3 text-sm">
          It was added already, as “{alreadyAdded.title}” ({stateWords[alreadyAdded.state].word.toLowerCase()}).
        </p>
      )}
      {isRetired && (
        <p role="status" className="rounded-xl border bg-sunken px-4 py-3 text-sm">
          Its provider advises against it: it may end soon.
        </p>
      )}
      <ProblemList problems={problems} />
      <FieldList fields={fields} />
      {artifactType && (
        <p className="break-words text-muted text-sm">
          Result: {artifactType.toLowerCase()}, read from <code className="font-mono text-xs">{output}</code>
        </p>
      )}
    </div>
  );
  if (!isUsable || alreadyAdded)
    return (
      <div className="grid gap-5">
        {facts}
        <div className="flex justify-end">
          <Button look="quiet" onClick={onBack}>
            Choose another
          </Button>
        </div>
      </div>
    );
  return (
    <DialogForm
      action="Add as draft"
      fields={["priceUsd", "title"]}
      onClose={onBack}
      onSubmit={(form) => onAdd({ title: String(form.get("title")), priceUsd: typedPrice(form), pricePer: per, forInstallation: isForAll })}
    >
      {(errorOf) => (
        <>
          {facts}
          <TextField label="Name" name="title" required maxLength={100} defaultValue={title} error={errorOf("title")} />
          <PriceFields
            priceUsd={priceUsd ?? (model.provider === "comfyui" ? 0 : null)}
            per={per}
            units={model.priceUnits}
            onPer={setPer}
            error={errorOf("priceUsd")}
            help={priceUsd === null ? "As its page says." : `The provider says ${priceInWords(priceUsd, pricePer ?? "REQUEST")}.`}
          />
          {isInstallationAdmin && (
            <SwitchRow label="For all tenants" text="Otherwise for this tenant alone." isOn={isForAll} onChange={setIsForAll} />
          )}
        </>
      )}
    </DialogForm>
  );
}
