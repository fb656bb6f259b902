import {
  type AdministeredGenerator,
  type FieldLimit,
  type GeneratorSetting,
  type InputField,
  plainFieldsOf,
  type SettingChanges,
} from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SwitchRow } from "@/app/_components/switch-row";
import { SelectField } from "@/lib/ui/select-field";
import { toast } from "@/lib/ui/toast";
import { DialogForm } from "../../_components/form-dialog";
import { NumberInput, typedNumber } from "../../_components/number-input";
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
  const t = useTranslations("admin.generators");
  const form = useTranslations("admin.form");
  const { title } = generator;
  const [audience, setAudience] = useState<Audience>(audienceOf(setting?.allowedRoles ?? []));
  // A tenant's own switch hides what holds above it.
  const isOfferedNow = generator.isOffered || generator.own?.isOffered === false;
  const wasOffered = setting?.isOffered ?? isOfferedNow;
  const [isOffered, setIsOffered] = useState(wasOffered);
  const [defaults, setDefaults] = useState<Record<string, unknown>>(setting?.defaults ?? {});
  const [limits, setLimits] = useState<Record<string, FieldLimit>>(setting?.limits ?? {});
  const plain = plainFieldsOf(fields);

  async function save(typed: FormData) {
    const minutes = typedNumber(typed, "minutes");
    await onSave({
      allowedRoles: rolesOf[audience],
      priceUsd: typedNumber(typed, "priceUsd"),
      timeLimitSeconds: minutes === null ? null : Math.round(minutes * 60),
      position: typedNumber(typed, "position"),
      defaults,
      limits,
      // An admin's word holds beyond the end of a model: it is only what someone has said.
      ...(isForAll && isOffered !== wasOffered ? { isOffered } : {}),
    });
    toast(t("dialog.saved", { title }));
  }
  async function reset() {
    await onSave(asDeclared);
    toast(t("dialog.resetDone", { title }));
  }

  return (
    <DialogForm
      action={form("save")}
      fields={["priceUsd", "timeLimitSeconds", "position", ...plain.flatMap(({ name }) => [`defaults.${name}`, `limits.${name}`])]}
      alternative={isChanged(setting) ? { label: t("dialog.reset"), onChoose: reset } : null}
      isLong
      onSubmit={save}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          {isForAll && <SwitchRow label={t("dialog.enabled")} text={t("dialog.enabledText")} isOn={isOffered} onChange={setIsOffered} />}
          <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
            <SelectField
              label={t("dialog.audience")}
              value={audience}
              options={audiences}
              textOf={(each) => t(`audiences.${each}`)}
              onChange={setAudience}
            />
            <NumberInput
              label={t("dialog.price")}
              name="priceUsd"
              placeholder={t("dialog.priceDefault")}
              initial={setting?.priceUsd ?? null}
              error={errorOf("priceUsd")}
            />
            <NumberInput
              label={t("dialog.timeLimit")}
              name="minutes"
              placeholder={t("dialog.timeLimitDefault")}
              initial={setting?.timeLimitSeconds ? setting.timeLimitSeconds / 60 : null}
              error={errorOf("timeLimitSeconds")}
            />
            <NumberInput
              label={t("dialog.position")}
              name="position"
              isWhole
              placeholder={t("dialog.positionDefault")}
              help={t("dialog.positionHelp")}
              initial={setting?.position ?? null}
              error={errorOf("position")}
            />
          </div>
          {plain.length > 0 && (
            <fieldset className="grid grid-cols-1 gap-2">
              <legend className="pb-2 font-medium text-sm">{t("dialog.inputs")}</legend>
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
        </>
      )}
    </DialogForm>
  );
}
