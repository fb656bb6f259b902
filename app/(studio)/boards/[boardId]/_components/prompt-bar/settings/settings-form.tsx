import type { PlainField } from "@boards/client";
import { ChevronDown } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { ScrollShadows } from "@/lib/ui/scroll-shadows";
import { usePrompt, usePromptContext } from "../prompt-context";
import { isChanged } from "./setting-fields";
import { hasError, SettingRow } from "./setting-row";

/** The settings of the chosen generator in two groups that fold; Ctrl or ⌘ + Enter sends from here too. */
export function SettingsForm() {
  const t = useTranslations("studio.settings");
  const { send } = usePromptContext();
  const { generator, settingFields: fields, values, form, change, reset } = usePrompt();
  const groups: [string, PlainField[], boolean][] = [
    [t("usual"), fields.filter((field) => !field.isAdvanced), true],
    [t("advanced"), fields.filter((field) => field.isAdvanced), false],
  ];
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void send();
  };
  if (fields.length === 0) return <p className="p-5 text-muted text-sm">{t("none", { generator: generator?.title ?? "" })}</p>;
  return (
    <ScrollShadows className="grow" onKeyDown={sendByKey}>
      {groups.map(([title, group, isUsual]) => {
        if (group.length === 0) return null;
        const changed = group.filter((field) => isChanged(field, values)).length;
        const isNeeded = group.some(({ name, isRequired }) => isRequired || hasError(form.errors, name));
        return (
          <details
            key={`${generator?.name} ${title}`}
            open={isUsual || isNeeded || groups[0]?.[1].length === 0}
            className="group border-b last:border-b-0"
          >
            <summary className="sticky top-0 z-10 flex cursor-pointer list-none items-center gap-2 bg-surface px-5 py-3 font-medium text-sm marker:content-none pointer-coarse:min-h-11">
              <span className="grow">{title}</span>
              {changed > 0 && <span className="text-accent text-xs">{t("changed", { count: changed })}</span>}
              <ChevronDown size={16} aria-hidden className="text-muted transition-transform group-open:rotate-180" />
            </summary>
            <div className="grid gap-4 px-5 pb-5">
              {group.map((field) => (
                <SettingRow
                  key={field.name}
                  field={field}
                  value={values[field.name]}
                  errors={form.errors}
                  forbidden={form.forbiddenOf(field)}
                  isChanged={isChanged(field, values)}
                  onChange={change}
                  onReset={reset}
                />
              ))}
            </div>
          </details>
        );
      })}
    </ScrollShadows>
  );
}
