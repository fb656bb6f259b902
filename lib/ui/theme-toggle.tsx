"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Menu } from "./menu";

/** Chooses light, dark, or what the system says. */
export function ThemeToggle() {
  const { setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <button type="button" aria-label="Theme" className="grid size-9 place-items-center rounded-full hover:bg-ink/10">
          <Sun size={18} className="dark:hidden" />
          <Moon size={18} className="hidden dark:block" />
        </button>
      }
      items={[
        { label: "Light", icon: <Sun size={16} />, onSelect: () => setTheme("light") },
        { label: "Dark", icon: <Moon size={16} />, onSelect: () => setTheme("dark") },
        { label: "System", icon: <Monitor size={16} />, onSelect: () => setTheme("system") },
      ]}
    />
  );
}
