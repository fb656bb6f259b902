import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useFold } from "@/lib/ui/use-fold";

interface SettingsGroupProps {
  title: string;
  /** How many of its settings are not as the generator would have them. */
  changed: number;
  startsOpen: boolean;
  /** Whether something in it waits for an answer, which opens it. */
  isNeeded: boolean;
  children: ReactNode;
}

/** Settings that fold. */
export function SettingsGroup({ title, changed, startsOpen, isNeeded, children }: SettingsGroupProps) {
  const t = useTranslations("studio.settings");
  const fold = useFold({ startsOpen, isNeeded });
  return (
    <details {...fold} className="group border-b last:border-b-0">
      <summary className="sticky top-0 z-10 flex cursor-pointer list-none items-center gap-2 bg-surface px-5 py-3 font-medium text-sm marker:content-none pointer-coarse:min-h-11">
        <span className="grow">{title}</span>
        {changed > 0 && <span className="text-accent text-xs">{t("changed", { count: changed })}</span>}
        <ChevronDown size={16} aria-hidden className="text-muted transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 px-5 pb-5">{children}</div>
    </details>
  );
}
