"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { Menu } from "./menu";

/** Chooses light, dark, or what the system says. */
export function ThemeToggle({ className }: { className?: string }) {
  const t = useTranslations("ui.theme");
  const { setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <button type="button" className={className}>
          <span className="grid h-7 w-12 place-items-center rounded-full group-hover:bg-ink/5">
            <Sun size={18} aria-hidden className="dark:hidden" />
            <Moon size={18} aria-hidden className="hidden dark:block" />
          </span>
          {t("label")}
        </button>
      }
      items={[
        { label: t("light"), icon: <Sun size={16} />, onSelect: () => setTheme("light") },
        { label: t("dark"), icon: <Moon size={16} />, onSelect: () => setTheme("dark") },
        { label: t("system"), icon: <Monitor size={16} />, onSelect: () => setTheme("system") },
      ]}
    />
  );
}
