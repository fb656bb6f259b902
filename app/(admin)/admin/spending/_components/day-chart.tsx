import type { DaySpending } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";
import { useUsd } from "../../_components/use-usd";

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** A bar for each day, and a table for people who cannot see or point at bars. */
export function DayChart({ rows }: { rows: DaySpending[] }) {
  const t = useTranslations("admin.spending.chart");
  const format = useFormatter();
  const amount = useUsd();
  const nameOf = (day: string) => format.dateTime(startOf(day), "utcDay");
  const most = Math.max(...rows.map(({ usd }) => usd), 0);
  const [first, last] = [rows[0], rows.at(-1)];
  return (
    <figure className="min-w-0">
      <div aria-hidden className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <div className="flex h-36 flex-col justify-between text-right text-muted text-xs tabular-nums">
          <span>{amount(most)}</span>
          <span>{amount(0)}</span>
        </div>
        <div className="flex h-36 items-end gap-px border-b sm:gap-0.5">
          {rows.map(({ day, usd, generations }) => (
            <div
              key={day}
              title={t("bar", { day: startOf(day), amount: amount(usd), count: generations })}
              className="group flex h-full min-w-0 flex-1 items-end"
            >
              <div
                className="w-full rounded-t-sm bg-accent forced-colors:bg-[CanvasText] transition-colors group-hover:bg-accent-strong"
                // What is little is still to be seen.
                style={{ height: usd > 0 && most > 0 ? `max(2px, ${(usd / most) * 100}%)` : 0 }}
              />
            </div>
          ))}
        </div>
        <span />
        <div className="flex justify-between pt-1.5 text-muted text-xs">
          <span>{first && nameOf(first.day)}</span>
          <span>{last && nameOf(last.day)}</span>
        </div>
      </div>
      <details className="mt-3 text-sm">
        <summary className="w-fit cursor-pointer leading-6 pointer-coarse:leading-11 text-muted hover:text-ink">{t("table")}</summary>
        <table className="mt-3 w-full max-w-md tabular-nums">
          <caption className="sr-only">{t("caption")}</caption>
          <thead className="text-left text-muted text-xs">
            <tr>
              <th scope="col" className="py-1 font-medium">
                {t("day")}
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                {t("spent")}
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                {t("generations")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ generations }) => generations > 0)
              .reverse()
              .map(({ day, usd, generations }) => (
                <tr key={day} className="border-t">
                  <th scope="row" className="py-1.5 text-left font-normal">
                    {nameOf(day)}
                  </th>
                  <td className="py-1.5 text-right">{amount(usd)}</td>
                  <td className="py-1.5 text-right">{format.number(generations)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
