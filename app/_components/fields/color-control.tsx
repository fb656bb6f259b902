import { useTranslations } from "use-intl";
import { fieldLook } from "@/lib/ui/text-field";
import type { ControlProps } from "./control-props";

/** A color, chosen from a palette or typed as a hex code. */
export function ColorControl({ id, field, value, path, errors, forbidden, onChange, ...aria }: ControlProps<"color">) {
  const t = useTranslations("app.input");
  const code = String(value ?? "");
  return (
    <div className="flex gap-2">
      <input
        type="color"
        aria-label={t("palette", { title: field.title })}
        value={/^#[\da-f]{6}$/i.test(code) ? code : "#000000"}
        onChange={({ target }) => onChange(target.value)}
        className="h-10 w-14 shrink-0 rounded-xl border bg-canvas p-1 pointer-coarse:h-11"
      />
      <input id={id} type="text" {...aria} value={code} onChange={({ target }) => onChange(target.value)} className={fieldLook} />
    </div>
  );
}
