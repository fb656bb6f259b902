import type { AddedModels, DescribedModel, ModelProvider } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import { DialogForm } from "../../_components/form-dialog";

const kinds = ["IMAGE", "VIDEO", "AUDIO", "TEXT", "MODEL"] as const;
type Kind = (typeof kinds)[number];

/** How a model was looked up. */
export interface LookUp {
  provider: string;
  model: string;
  artifactType: Kind | null;
}

interface LookUpFormProps {
  providers: readonly ModelProvider[];
  look: AddedModels["describe"];
  onFound: (model: DescribedModel, lookUp: LookUp) => void;
  onClose: () => void;
}

/** Looks a model up by its id or the address of its page; asks what it makes where its provider does not say. */
export function LookUpForm({ providers, look, onFound, onClose }: LookUpFormProps) {
  const t = useTranslations("admin.models.lookUp");
  const [picked, setPicked] = useState<string | null>(null);
  // They may come after the form.
  const chosen = providers.find(({ name }) => name === picked) ?? providers[0];
  const provider = chosen?.name ?? "";
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
    <DialogForm action={t("action")} fields={["model"]} isReady={chosen !== undefined} onClose={onClose} onSubmit={lookUp}>
      {(errorOf) => (
        <>
          <SelectField
            label={t("provider")}
            value={provider}
            options={providers.map(({ name }) => name)}
            textOf={(name) => providers.find((each) => each.name === name)?.title ?? name}
            onChange={setPicked}
          />
          <TextField
            label={t("model")}
            name="model"
            required
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            placeholder={chosen?.exampleId ?? undefined}
            help={chosen?.examplePage ? t("example", { url: chosen.examplePage }) : undefined}
            error={errorOf("model")}
          />
          {unknown && (
            <div className="grid gap-2">
              <p role="status" className="text-sm">
                {t("unknownKind")}
              </p>
              <SelectField label={t("kind")} value={kind} options={kinds} textOf={(each) => t(`kinds.${each}`)} onChange={setKind} />
            </div>
          )}
        </>
      )}
    </DialogForm>
  );
}
