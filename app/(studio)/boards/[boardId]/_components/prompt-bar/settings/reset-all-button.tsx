import { useTranslations } from "use-intl";
import { usePrompt } from "../prompt-context";
import { isChanged } from "./setting-fields";

/** Sets every setting back to its default; not there while all of them are. */
export function ResetAllButton() {
  const t = useTranslations("studio.settings");
  const { settingFields, values, reset } = usePrompt();
  if (!settingFields.some((field) => isChanged(field, values))) return null;
  return (
    <button
      type="button"
      onClick={() => reset()}
      className="h-9 rounded-full px-3 text-muted text-sm hover:bg-sunken hover:text-ink pointer-coarse:h-11"
    >
      {t("resetAll")}
    </button>
  );
}
