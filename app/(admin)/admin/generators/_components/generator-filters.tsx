import { useTranslations } from "use-intl";
import { Select } from "@/lib/ui/select";
import { fieldLook } from "@/lib/ui/text-field";
import { type Shown, shownParts } from "./matching-generators";

interface GeneratorFiltersProps {
  search: string;
  onSearch: (search: string) => void;
  shown: Shown;
  onShow: (shown: Shown) => void;
  count: number;
}

/** Searches the list, and shows a part of it. */
export function GeneratorFilters({ search, onSearch, shown, onShow, count }: GeneratorFiltersProps) {
  const t = useTranslations("admin.generators");
  return (
    <search className="flex flex-wrap items-center gap-3">
      <input
        type="search"
        aria-label={t("search")}
        placeholder={t("searchHint")}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
        className={`${fieldLook} min-w-0 flex-1 basis-56`}
      />
      <div className="w-40">
        <Select
          id="shown-generators"
          label={t("filter")}
          value={shown}
          options={shownParts}
          textOf={(each) => t(`filters.${each}`)}
          onChange={onShow}
        />
      </div>
      <p aria-live="polite" className="text-muted text-sm tabular-nums">
        {t("count", { count })}
      </p>
    </search>
  );
}
