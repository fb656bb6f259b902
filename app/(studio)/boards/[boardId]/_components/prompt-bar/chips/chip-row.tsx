import type { FormState } from "@/app/_components/fields/use-field-errors";
import { ChipChoice } from "./chip-choice";
import type { ChipField } from "./chip-fields";
import { ChipNumber } from "./chip-number";

interface ChipRowProps {
  chips: ChipField[];
  values: Record<string, unknown>;
  form: FormState;
  onChange: (name: string, value: unknown) => void;
}

/** The settings that matter most, each behind a chip that shows what it is at. */
export function ChipRow({ chips, values, form, onChange }: ChipRowProps) {
  return chips.map(({ kind, field }) => {
    const shared = {
      kind,
      value: values[field.name],
      errors: form.errors,
      forbidden: form.forbiddenOf(field),
      onChange,
    };
    return (
      <span key={field.name} data-input={field.name} className="contents">
        {field.kind === "choice" ? <ChipChoice field={field} {...shared} /> : <ChipNumber field={field} {...shared} />}
      </span>
    );
  });
}
