import type { DescribedModel } from "@boards/client";
import { useTranslations } from "use-intl";

/** The inputs of a model and what each takes. */
export function FieldList({ fields }: { fields: DescribedModel["fields"] }) {
  const t = useTranslations("admin.models.fields");
  if (fields.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <ul aria-label={t("list")} className="grid max-h-64 grid-cols-1 divide-y overflow-y-auto rounded-xl border bg-canvas">
      {fields.map(({ name, title, isRequired, takes }) => (
        <li key={name} className="px-3 py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
            <span className="min-w-0 break-words font-medium">{title}</span>
            {isRequired && <span className="text-muted text-xs">{t("required")}</span>}
          </p>
          <p className="break-words text-muted text-xs">{takes}</p>
        </li>
      ))}
    </ul>
  );
}
