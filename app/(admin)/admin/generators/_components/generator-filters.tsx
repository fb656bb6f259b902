import { Select } from "@/lib/ui/select";
import { fieldLook } from "@/lib/ui/text-field";
import { counted } from "../../_components/format";
import { type Shown, shownNames } from "./matching-generators";

interface GeneratorFiltersProps {
  search: string;
  onSearch: (search: string) => void;
  shown: Shown;
  onShow: (shown: Shown) => void;
  count: number;
}

/** Searches the list, and shows a part of it. */
export function GeneratorFilters({ search, onSearch, shown, onShow, count }: GeneratorFiltersProps) {
  return (
    <search className="flex flex-wrap items-center gap-3">
      <input
        type="search"
        aria-label="Search generators"
        placeholder="Search by name, maker or provider"
        value={search}
        onChange={({ target }) => onSearch(target.value)}
        className={`${fieldLook} h-10 min-w-0 flex-1 basis-56`}
      />
      <div className="w-40">
        <Select
          id="shown-generators"
          label="Show"
          value={shown}
          options={Object.keys(shownNames) as Shown[]}
          textOf={(each) => shownNames[each]}
          onChange={onShow}
        />
      </div>
      <p aria-live="polite" className="text-muted text-sm tabular-nums">
        {counted(count, "generator")}
      </p>
    </search>
  );
}
