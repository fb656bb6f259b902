import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePrompt } from "../prompt-context";
import { isChanged } from "./setting-fields";
import { SettingsSheet } from "./settings-sheet";
import { useSettings } from "./settings-state";

/** Opens the settings, and says how many are changed. */
export function SettingsButton() {
  const t = useTranslations("studio.settings");
  const { settingFields, values } = usePrompt();
  const { isWide, isOpen, setIsOpen } = useSettings();
  const changed = settingFields.filter((field) => isChanged(field, values)).length;
  return (
    <>
      <button
        type="button"
        data-settings-button
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="flex h-9 shrink-0 max-sm:order-2 items-center gap-2 rounded-full px-3 font-medium text-sm hover:bg-sunken aria-expanded:bg-sunken pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
      >
        <SlidersHorizontal size={16} /> <span className="max-sm:sr-only">{t("title")}</span>
        {changed > 0 && (
          <span className="min-w-5 rounded-full bg-accent px-1.5 text-on-accent text-xs leading-5">
            {changed}
            <span className="sr-only"> {t("changedWord")}</span>
          </span>
        )}
      </button>
      {!isWide && <SettingsSheet isOpen={isOpen} onClose={() => setIsOpen(false)} />}
    </>
  );
}
