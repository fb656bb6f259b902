import type { DescribedModel } from "@boards/client";
import { useTranslations } from "use-intl";

/** What of a model has no place in a form, field by field, and why; nothing where everything has. */
export function ProblemList({ problems }: { problems: DescribedModel["problems"] }) {
  const t = useTranslations("admin.models.problems");
  if (problems.length === 0) return null;
  const isBlocked = problems.some(({ isBlocking }) => isBlocking);
  return (
    <div className={`rounded-xl border px-4 py-3 text-sm ${isBlocked ? "border-danger/40 bg-danger/10" : "bg-sunken"}`}>
      <p className="font-medium">{isBlocked ? t("blocking") : t("leftOut")}</p>
      <ul aria-label={t("list")} className="mt-1 grid max-h-40 grid-cols-1 gap-1 overflow-y-auto">
        {problems.map(({ field, reason }) => (
          <li key={`${field} ${reason}`} className="break-words">
            {field && <code className="font-mono text-xs">{field}</code>}
            {field && ": "}
            {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
