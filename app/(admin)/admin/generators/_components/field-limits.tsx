import type { FieldLimit, PlainField } from "@boards/client";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/lib/ui/checkbox";
import { TextField } from "@/lib/ui/text-field";

interface FieldLimitsProps {
  field: PlainField;
  limit: FieldLimit;
  onChange: (limit: FieldLimit) => void;
}

/** Narrows what people may give: for numbers the smallest and the largest, for choices which of them. Nothing for other inputs. */
export function FieldLimits({ field, limit, onChange }: FieldLimitsProps) {
  const t = useTranslations("admin.generators.field");
  const form = useTranslations("admin.form");
  // Drawn anew for each request where none is given, from all that there are.
  if (field.kind === "number" && field.name !== "seed") {
    const change = (which: "minimum" | "maximum", typed: string) => {
      const { [which]: _before, ...others } = limit;
      onChange(typed === "" ? others : { ...others, [which]: Number(typed) });
    };
    return (
      <div className="grid grid-cols-2 gap-4">
        {(["minimum", "maximum"] as const).map((which) => (
          <TextField
            key={which}
            label={t(which)}
            type="number"
            step={field.isWhole ? 1 : "any"}
            placeholder={String(field[which] ?? form("noLimit"))}
            value={limit[which] ?? ""}
            onChange={({ target }) => change(which, target.value)}
          />
        ))}
      </div>
    );
  }
  if (field.kind !== "choice") return null;
  const allowed = limit.values ?? field.options;
  const toggle = (option: string | number) => {
    const next = field.options.filter((each) => (each === option ? !allowed.includes(each) : allowed.includes(each)));
    onChange(next.length === field.options.length ? {} : { values: next });
  };
  return (
    <fieldset>
      <legend className="pb-2 font-medium text-sm">{t("allowed")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {field.options.map((option) => (
          <label key={option} className="flex items-center gap-2 text-sm pointer-coarse:min-h-11">
            <Checkbox
              checked={allowed.includes(option)}
              // At least one has to remain.
              disabled={allowed.length === 1 && allowed.includes(option)}
              onChange={() => toggle(option)}
            />
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
