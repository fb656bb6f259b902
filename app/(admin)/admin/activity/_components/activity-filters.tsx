import { useTranslations } from "use-intl";
import { Combobox } from "@/lib/ui/combobox";
import { useActivityWords } from "./activity-words";
import { PersonFilter, type PersonFilterProps } from "./person-filter";

interface ActivityFiltersProps extends PersonFilterProps {
  action: string | null;
  onAction: (action: string | null) => void;
}

// Something that is chosen like an action.
const all = "";

/** Narrows the log to one person's, and to one kind of action. */
export function ActivityFilters({ action, onAction, ...person }: ActivityFiltersProps) {
  const t = useTranslations("admin.activity");
  const { actions, wordsOf } = useActivityWords();
  return (
    <search className="flex flex-wrap items-center gap-3">
      <div className="w-full sm:min-w-52 sm:max-w-80 sm:flex-1">
        <PersonFilter {...person} />
      </div>
      <div className="w-full sm:min-w-52 sm:max-w-80 sm:flex-1">
        <Combobox
          id="activity-action"
          label={t("filter")}
          value={action ?? all}
          options={[all, ...actions]}
          textOf={(each) => (each === all ? t("all") : wordsOf(each))}
          onChange={(each) => onAction(each === all ? null : each)}
        />
      </div>
    </search>
  );
}
