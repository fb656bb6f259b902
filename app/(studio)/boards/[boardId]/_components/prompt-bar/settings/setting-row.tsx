import type { PlainField } from "@boards/client";
import { RotateCcw } from "lucide-react";
import { memo, useCallback } from "react";
import { useTranslations } from "use-intl";
import type { FieldErrors, ForbiddenOptions } from "@/app/_components/fields/control-props";
import { InputFieldRow } from "@/app/_components/fields/input-field-row";
import { focusField } from "../focus-field";
import { errorsWithin, isSameField } from "../same-field";

interface SettingRowProps {
  field: PlainField;
  value: unknown;
  errors: FieldErrors;
  forbidden: ForbiddenOptions;
  isChanged: boolean;
  onChange: (name: string, value: unknown) => void;
  onReset: (name: string) => void;
}

/** Whether something is wrong with a field, or within it. */
export const hasError = (errors: FieldErrors, name: string): boolean => errorsWithin(errors, name).length > 0;

/** One setting, with a way back to its default. Typing elsewhere does not render it. */
export const SettingRow = memo(function SettingRow({ field, value, errors, forbidden, isChanged, onChange, onReset }: SettingRowProps) {
  const t = useTranslations("studio.settings");
  const { name, title } = field;
  const change = useCallback((next: unknown) => onChange(name, next), [name, onChange]);
  const reset = () => {
    onReset(name);
    // The button goes with the change that it takes back.
    focusField(name);
  };
  return (
    <div data-input={name} className="relative scroll-my-14">
      <InputFieldRow field={field} value={value} errors={errors} forbidden={forbidden} onChange={change} />
      {isChanged && (
        <button
          type="button"
          aria-label={t("reset", { title })}
          title={t("reset", { title })}
          onClick={reset}
          className="-left-4.5 absolute top-0.5 grid size-4 place-items-center rounded-full text-accent after:absolute after:-inset-2"
        >
          <RotateCcw size={12} />
        </button>
      )}
    </div>
  );
}, isSameField);
