import type { NamedSpending } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { useUsd } from "../../_components/use-usd";

interface SpendingListProps {
  heading: string;
  rows: NamedSpending[];
  /** What stands for a name that is no longer there. */
  gone: (key: string) => string;
}

const few = 8;

/** What spending went to, the largest first, each with a bar beside the largest. */
export function SpendingList({ heading, rows, gone }: SpendingListProps) {
  const t = useTranslations("admin.spending");
  const amount = useUsd();
  const [areAllShown, setAreAllShown] = useState(false);
  const most = Math.max(...rows.map(({ usd }) => usd), 0);
  const shown = areAllShown ? rows : rows.slice(0, few);
  return (
    <div className="min-w-0">
      <h3 className="pb-2 font-medium text-sm">{heading}</h3>
      <ul aria-label={heading} className="grid grid-cols-1 gap-3">
        {shown.map(({ key, name, usd, generations }) => (
          <li key={key}>
            <p className="flex items-baseline justify-between gap-4 text-sm">
              <span className="min-w-0 truncate" title={name ?? gone(key)}>
                {name ?? gone(key)}
              </span>
              <span className="shrink-0 tabular-nums">{amount(usd)}</span>
            </p>
            <div aria-hidden className="mt-1 h-1.5 rounded-full bg-sunken">
              <div className="h-full rounded-full bg-accent" style={{ width: most > 0 ? `${Math.max((usd / most) * 100, 0)}%` : 0 }} />
            </div>
            <p className="mt-1 text-muted text-xs tabular-nums">{t("generations", { count: generations })}</p>
          </li>
        ))}
      </ul>
      {rows.length > few && (
        <Button look="quiet" className="mt-4" aria-expanded={areAllShown} onClick={() => setAreAllShown(!areAllShown)}>
          {areAllShown ? t("breakdown.fewer") : t("breakdown.all", { count: rows.length })}
        </Button>
      )}
    </div>
  );
}
