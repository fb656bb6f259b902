import {
  type AdministeredGenerator,
  type FieldLimit,
  type GeneratorSetting,
  type InputField,
  plainFieldsOf,
  type SettingChanges,
} from "@boards/client";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { type DescribedError, describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import { SwitchRow } from "../../_components/switch-row";
import { type Audience, audienceOf, audiences, rolesOf } from "./audience";
import { FieldSetting } from "./field-setting";
import { isChanged } from "./matching-generators";

interface SettingFormProps {
  generator: AdministeredGenerator;
  setting: GeneratorSetting | null;
  isForAll: boolean;
  fields: InputField[];
  onSave: (changes: SettingChanges) => Promise<unknown>;
  onClose: () => void;
}

const asDeclared: SettingChanges = {
  isOffered: null,
  position: null,
  defaults: {},
  limits: {},
  priceUsd: null,
  allowedRoles: [],
  timeLimitSeconds: null,
};

/** Everything that can be changed about a generator. Empty means "as declared". */
export function SettingForm({ generator, setting, isForAll, fields, onSave, onClose }: SettingFormProps) {
  const [audience, setAudience] = useState<Audience>(audienceOf(setting?.allowedRoles ?? []));
  // A tenant's own switch hides what holds above it.
  const isOfferedNow = generator.isOffered || generator.own?.isOffered === false;
  const wasOffered = setting?.isOffered ?? isOfferedNow;
  const [isOffered, setIsOffered] = useState(wasOffered);
  const [defaults, setDefaults] = useState<Record<string, unknown>>(setting?.defaults ?? {});
  const [limits, setLimits] = useState<Record<string, FieldLimit>>(setting?.limits ?? {});
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function save(changes: SettingChanges, said: string) {
    setIsBusy(true);
    setError(null);
    try {
      await onSave(changes);
      toast(said);
      onClose();
    } catch (refusal) {
      setError(describeError(refusal));
      setIsBusy(false);
    }
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (field: string) => (form.get(field) ? Number(form.get(field)) : null);
    const minutes = typed("minutes");
    const changes = {
      allowedRoles: rolesOf[audience],
      priceUsd: typed("priceUsd"),
      timeLimitSeconds: minutes === null ? null : Math.round(minutes * 60),
      position: typed("position"),
      defaults,
      limits,
      // An admin's word holds beyond the end of a model: it is only what somebody has said.
      ...(isForAll && isOffered !== wasOffered ? { isOffered } : {}),
    };
    void save(changes, `${generator.title} is changed.`);
  }

  const plain = plainFieldsOf(fields);
  const errorOf = (...names: string[]) => (error && names.includes(error.field ?? "") ? error.message : null);
  const isAtField = errorOf("priceUsd", "timeLimitSeconds", "position", ...plain.flatMap(({ name }) => [`defaults.${name}`, `limits.${name}`]));
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-5">
      {isForAll && <SwitchRow label="Offered" text="Off: no tenant can offer it." isOn={isOffered} onChange={setIsOffered} />}
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <SelectField
          label="For whom"
          value={audience}
          options={Object.keys(audiences) as Audience[]}
          textOf={(each) => audiences[each]}
          onChange={setAudience}
        />
        <TextField
          label="Price of a request, US dollars"
          name="priceUsd"
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          placeholder="As estimated"
          defaultValue={setting?.priceUsd ?? ""}
          error={errorOf("priceUsd")}
        />
        <TextField
          label="Time limit, minutes"
          name="minutes"
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          placeholder="As usual"
          defaultValue={setting?.timeLimitSeconds ? setting.timeLimitSeconds / 60 : ""}
          error={errorOf("timeLimitSeconds")}
        />
        <TextField
          label="Place in the list"
          name="position"
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          placeholder="As declared"
          help="Lower comes first, before those without a place."
          defaultValue={setting?.position ?? ""}
          error={errorOf("position")}
        />
      </div>
      {plain.length > 0 && (
        <fieldset className="grid grid-cols-1 gap-2">
          <legend className="pb-2 font-medium text-sm">Inputs: what they start with, and what is allowed</legend>
          {plain.map((field) => (
            <FieldSetting
              key={field.name}
              field={field}
              defaults={defaults}
              onDefaults={setDefaults}
              limits={limits}
              onLimits={setLimits}
              error={errorOf(`defaults.${field.name}`, `limits.${field.name}`)}
            />
          ))}
        </fieldset>
      )}
      {error && (
        <p role="alert" className="rounded-xl border border-danger/40 bg-danger/10 px-4 py-3 text-danger text-sm">
          {isAtField ? `Not saved: ${error.message}` : error.message}
        </p>
      )}
      <div className="sticky -bottom-6 -mx-6 -mb-6 flex flex-wrap justify-end gap-2 border-t bg-surface px-6 py-4">
        {isChanged(setting) && (
          <Button look="quiet" className="mr-auto" disabled={isBusy} onClick={() => save(asDeclared, `${generator.title} is as declared again.`)}>
            Put all back
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={isBusy}>
          Save
        </Button>
      </div>
    </form>
  );
}
