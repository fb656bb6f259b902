"use client";

import { useSearchFacets } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";
import { TextField } from "@/lib/ui/text-field";
import { FacetGroup, FacetList } from "./facet-list";
import { dayOfTime, timeOfDay } from "./filter-address";
import type { FilterState } from "./use-filter";

/** From which day to which; the months in which something was made, with their counts, are a choice away. */
export function DateFields({ boardId, finding: { filter, change } }: { boardId: string | null; finding: FilterState }) {
  const t = useTranslations("studio.finding");
  const format = useFormatter();
  const { createdAfter: _from, createdBefore: _to, ...others } = filter;
  const facets = useSearchFacets(boardId, others);
  const [from, to] = [dayOfTime(filter.createdAfter, 0) ?? "", dayOfTime(filter.createdBefore, -1) ?? ""];
  const months = (facets?.months ?? []).map(({ value, count }) => {
    const [year = 0, month = 1] = value.split("-").map(Number);
    return { value, count, label: format.dateTime(new Date(year, month - 1, 1), { year: "numeric", month: "long" }) };
  });
  const lastOf = (value: string) => {
    const [year = 0, month = 1] = value.split("-").map(Number);
    return `${value}-${String(new Date(year, month, 0).getDate()).padStart(2, "0")}`;
  };
  const isMonth = (value: string) => from === `${value}-01` && to === lastOf(value);
  return (
    <>
      <FacetGroup label={t("names.created")}>
        <div className="grid gap-2">
          <TextField
            label={t("from")}
            type="date"
            value={from}
            max={to || undefined}
            onChange={({ target }) => change({ createdAfter: timeOfDay(target.value, 0) })}
          />
          <TextField
            label={t("to")}
            type="date"
            value={to}
            min={from || undefined}
            onChange={({ target }) => change({ createdBefore: timeOfDay(target.value, 1) })}
          />
        </div>
      </FacetGroup>
      {months.length > 1 && (
        <FacetList
          label={t("months")}
          options={months}
          chosen={months.filter(({ value }) => isMonth(value)).map(({ value }) => value)}
          isMinimum={facets ? !facets.isComplete : false}
          onToggle={(value) =>
            change(
              isMonth(value)
                ? { createdAfter: null, createdBefore: null }
                : { createdAfter: timeOfDay(`${value}-01`, 0), createdBefore: timeOfDay(lastOf(value), 1) },
            )
          }
        />
      )}
    </>
  );
}
