import type { PlainField } from "@boards/client";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { ScrollShadows } from "@/lib/ui/scroll-shadows";
import { usePrompt, usePromptContext } from "../prompt-context";
import { isChanged } from "./setting-fields";
import { hasError, SettingRow } from "./setting-row";
import { SettingsGroup } from "./settings-group";

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
  // Until the generators are there, there is nothing to say.
  if (!generator) return null;
  if (fields.length === 0) return <p className="p-5 text-muted text-sm">{t("none", { generator: generator.title })}</p>;
  return (
    <ScrollShadows className="grow" onKeyDown={sendByKey}>
      {groups.map(([title, group, isUsual]) => {
        if (group.length === 0) return null;
        return (
          <SettingsGroup
            key={`${generator.name} ${title}`}
            title={title}
            changed={group.filter((field) => isChanged(field, values)).length}
            startsOpen={isUsual || groups[0]?.[1].length === 0}
            isNeeded={group.some(({ name, isRequired }) => isRequired || hasError(form.errors, name))}
          >
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
          </SettingsGroup>
        );
      })}
    </ScrollShadows>
  );
}
