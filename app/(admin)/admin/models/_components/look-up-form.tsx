import type { AddedModels, DescribedModel } from "@boards/client";
import { useState } from "react";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import { DialogForm } from "../../_components/form-dialog";
import { providerTitles } from "./describe-model";

const kinds = ["IMAGE", "VIDEO", "AUDIO", "TEXT", "MODEL"] as const;
type Kind = (typeof kinds)[number];
const kindWords: Record<Kind, string> = { IMAGE: "Image", VIDEO: "Video", AUDIO: "Audio", TEXT: "Text", MODEL: "3D model" };

/** How a model was looked up. */
export interface LookUp {
  provider: string;
  model: string;
  artifactType: Kind | null;
}

interface LookUpFormProps {
  look: AddedModels["describe"];
  onFound: (model: DescribedModel, lookUp: LookUp) => void;
  onClose: () => void;
}

/** Looks a model up by its id or the address of its page; asks what it makes where its provider does not say. */
export function LookUpForm({ look, onFound, onClose }: LookUpFormProps) {
  const [provider, setProvider] = useState("fal");
  const [unknown, setUnknown] = useState(false);
  const [kind, setKind] = useState<Kind>("IMAGE");
  const lookUp = async (form: FormData) => {
    const model = String(form.get("model")).trim();
    const artifactType = unknown ? kind : null;
    const found = await look(provider, model, artifactType);
    if (found.artifactType === null) setUnknown(true);
    else onFound(found, { provider, model, artifactType });
    return false;
  };
  return (
    <DialogForm action="Look up" fields={["model"]} onClose={onClose} onSubmit={lookUp}>
      {(errorOf) => (
        <>
          <SelectField
            label="Provider"
            value={provider}
            options={["fal", "replicate"]}
            textOf={(name) => providerTitles[name] ?? name}
            onChange={setProvider}
          />
          <TextField
            label="Id or page address"
            name="model"
            required
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            placeholder={provider === "fal" ? "fal-ai/flux/dev" : "black-forest-labs/flux-schnell"}
            help={provider === "fal" ? "As in https://fal.ai/models/fal-ai/flux/dev" : "As in https://replicate.com/black-forest-labs/flux-schnell"}
            error={errorOf("model")}
          />
          {unknown && (
            <div className="grid gap-2">
              <p role="status" className="text-sm">
                Its provider does not say what it makes. Choose it, and look it up again.
              </p>
              <SelectField label="What it makes" value={kind} options={kinds} textOf={(each) => kindWords[each]} onChange={setKind} />
            </div>
          )}
        </>
      )}
    </DialogForm>
  );
}
