import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

/** One line of a menu. */
export interface MenuItem {
  label: string;
  icon: ReactNode;
  onSelect: () => void;
  isDangerous?: boolean;
}

/** A menu behind a button. `trigger` must take a ref, as IconButton's inner button does. */
export function Menu({ trigger, items }: { trigger: ReactNode; items: MenuItem[] }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={6} className="z-50 min-w-44 animate-appear rounded-xl border bg-surface p-1.5 shadow-xl">
          {items.map(({ label, icon, onSelect, isDangerous }) => (
            <DropdownMenu.Item
              key={label}
              onSelect={onSelect}
              className={`flex cursor-pointer items-center gap-2.5 rounded-lg px-3 py-2 text-sm outline-none data-[highlighted]:bg-sunken ${isDangerous ? "text-danger" : ""}`}
            >
              {icon}
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
