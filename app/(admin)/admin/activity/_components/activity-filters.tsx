import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Combobox } from "@/lib/ui/combobox";
import { useActivityWords } from "./activity-words";

interface ActivityFiltersProps {
  person: string | null;
  action: string | null;
  onPerson: (person: string | null) => void;
  onAction: (action: string | null) => void;
}

// Something that is chosen like an action.
const all = "";

/** Narrows the log to one kind of action, and takes back that it shows one person's. */
export function ActivityFilters({ person, action, onPerson, onAction }: ActivityFiltersProps) {
  const t = useTranslations("admin.activity");
  const { actions, wordsOf } = useActivityWords();
  return (
    <search className="flex flex-wrap items-center gap-3">
      <div className="w-full sm:w-80">
        <Combobox
          id="activity-action"
          label={t("filter")}
          value={action ?? all}
          options={[all, ...actions]}
          textOf={(each) => (each === all ? t("all") : wordsOf(each))}
          onChange={(each) => onAction(each === all ? null : each)}
        />
      </div>
      {person && (
        <Button look="quiet" onClick={() => onPerson(null)}>
          {t("everybody")}
        </Button>
      )}
    </search>
  );
}
