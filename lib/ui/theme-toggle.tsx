"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { Menu } from "./menu";

/** Chooses light, dark, or what the system says. */
export function ThemeToggle() {
  const t = useTranslations("ui.theme");
  const { setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <button type="button" aria-label={t("label")} className="grid size-9 place-items-center rounded-full hover:bg-ink/10">
          <Sun size={18} className="dark:hidden" />
          <Moon size={18} className="hidden dark:block" />
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
