import { useTranslations } from "use-intl";
import { Sheet } from "@/lib/ui/sheet";
import { ResetAllButton } from "./reset-all-button";
import { SettingsForm } from "./settings-form";

/** The settings over the board, where there is no room beside it. */
export function SettingsSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("studio.settings");
  return (
    <Sheet title={t("title")} isOpen={isOpen} onClose={onClose} actions={<ResetAllButton />}>
      <SettingsForm />
    </Sheet>
  );
}
