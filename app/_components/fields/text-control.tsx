import { useTranslations } from "use-intl";
import { fieldLook } from "@/lib/ui/text-field";
import type { ControlProps } from "./control-props";

/** From which part of its maximum on a text's length is shown. */
const nearlyFull = 0.8;

/** A text of one line or of several, with its length where that matters. */
export function TextControl({ id, field, value, path, errors, forbidden, onChange, ...aria }: ControlProps<"text" | "longText">) {
  const t = useTranslations("app.input");
  const text = String(value ?? "");
  const { minimumLength, maximumLength } = field;
  const isShort = text.length > 0 && text.length < minimumLength;
  const isNearlyFull = maximumLength !== null && text.length >= maximumLength * nearlyFull && text.length > 0;
  const shared = {
    id,
    value: text,
    ...aria,
    onChange: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => onChange(target.value),
  };
  return (
    <>
      {field.kind === "longText" ? (
        <textarea {...shared} rows={3} placeholder={field.description} className={`${fieldLook} field-sizing-content max-h-64 resize-y text-base`} />
      ) : (
        <input {...shared} type="text" className={fieldLook} />
      )}
      {(isShort || isNearlyFull) && (
        <p className="text-right text-muted text-xs tabular-nums">
          {isShort
            ? t("lengthFrom", { length: text.length, minimum: minimumLength })
            : t("lengthOf", { length: text.length, maximum: maximumLength ?? 0 })}
        </p>
      )}
    </>
  );
}
