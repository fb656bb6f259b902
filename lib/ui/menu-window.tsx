import clsx from "clsx";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { StandIn } from "./stand-in";

/** One line of a menu. */
export interface MenuItem {
  label: string;
  icon: ReactNode;
  onSelect: () => void;
  isDangerous?: boolean;
  /** Why it can't be chosen now, if so. */
  reason?: string;
}

interface MenuWindowProps {
  /** What it hangs from, and is named by; it is given the focus back. */
  anchor: HTMLElement;
  isOpen: boolean;
  onClose: () => void;
  /** What the lines are about. */
  heading?: ReactNode;
  items: MenuItem[];
}

/** The lines of a menu, over the page. */
export function MenuWindow({ anchor, isOpen, onClose, heading, items }: MenuWindowProps) {
  return (
    <DropdownMenu.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <StandIn element={anchor} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          {...(anchor.id ? { id: `${anchor.id}-menu` } : {})}
          aria-labelledby={anchor.id || undefined}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // Unless what was chosen has moved it elsewhere.
            if (document.activeElement === document.body) anchor.focus();
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-[min(20rem,calc(100vw-1rem))] animate-appear overflow-y-auto rounded-xl border bg-surface p-1.5 shadow-xl"
        >
          {heading && <DropdownMenu.Label className="mb-1.5 border-b px-3 py-2 text-sm">{heading}</DropdownMenu.Label>}
          {items.map((item) => (
            <Line key={item.label} {...item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Line({ label, icon, onSelect, isDangerous, reason }: MenuItem) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      disabled={reason !== undefined}
      className={clsx(
        "flex cursor-pointer items-center gap-2.5 rounded-lg px-3 py-2 text-sm outline-none data-[disabled]:cursor-not-allowed data-[highlighted]:bg-sunken data-[disabled]:text-muted pointer-coarse:min-h-11",
        isDangerous && reason === undefined && "text-danger",
      )}
    >
      {icon}
      <span>
        {label}
        {reason && <span className="block text-xs">{reason}</span>}
      </span>
    </DropdownMenu.Item>
  );
}
