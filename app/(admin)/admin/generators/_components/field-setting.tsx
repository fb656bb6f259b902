import type { FieldLimit, PlainField } from "@boards/client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { InputFieldRow } from "@/app/_components/fields/input-field-row";
import { Button } from "@/lib/ui/button";
import { useFold } from "@/lib/ui/use-fold";
import { FieldLimits } from "./field-limits";

interface FieldSettingProps {
  field: PlainField;
  defaults: Record<string, unknown>;
  onDefaults: (defaults: Record<string, unknown>) => void;
  limits: Record<string, FieldLimit>;
  onLimits: (limits: Record<string, FieldLimit>) => void;
  error: string | null;
}

/** What one input starts with, and within which limits; folded up until it is of interest. */
export function FieldSetting({ field, defaults, onDefaults, limits, onLimits, error }: FieldSettingProps) {
  const t = useTranslations("admin.generators.field");
  const { name, initial } = field;
  const fold = useFold({ isNeeded: error !== null });
  const isChanged = name in defaults || name in limits;
  const value = name in defaults ? defaults[name] : initial;
  function start(next: unknown) {
    const { [name]: _before, ...others } = defaults;
    onDefaults(isSame(next, initial) ? others : { ...others, [name]: next });
  }
  function limit(next: FieldLimit) {
    const { [name]: _before, ...others } = limits;
    onLimits(Object.keys(next).length === 0 ? others : { ...others, [name]: next });
  }
  function reset() {
    start(initial);
    limit({});
  }
  return (
    <details {...fold} className="group min-w-0 rounded-xl border">
      <summary className="flex cursor-pointer items-center gap-3 rounded-xl px-4 py-2.5 text-sm pointer-coarse:min-h-11 hover:bg-sunken group-open:rounded-b-none">
        <span className="shrink-0 font-medium">{field.title}</span>
        <span className="min-w-0 grow truncate text-muted">{value === true ? t("on") : value === false ? t("off") : plainText(value)}</span>
        {isChanged && <span className="shrink-0 text-accent text-xs">{t("changed")}</span>}
        <ChevronDown size={16} aria-hidden className="shrink-0 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid grid-cols-1 gap-4 border-t p-4">
        <InputFieldRow
          field={{ ...field, title: t("default", { title: field.title }), isRequired: false }}
          value={value}
          errors={error ? new Map([[name, error]]) : undefined}
          onChange={start}
        />
        <FieldLimits field={field} limit={limits[name] ?? {}} onChange={limit} />
        {isChanged && (
          <Button look="quiet" className="justify-self-start" onClick={reset}>
            {t("reset")}
          </Button>
        )}
      </div>
    </details>
  );
}

/** Whether a form that starts with one starts as with the other: nothing there is nothing there. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => (value === "" || value === undefined ? null : value);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plainText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
