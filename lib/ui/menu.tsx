import clsx from "clsx";
import { MoreHorizontal } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

/** One line of a menu. */
export interface MenuItem {
  label: string;
  icon: ReactNode;
  onSelect: () => void;
  isDangerous?: boolean;
  /** Why it can't be chosen now, if so. */
  reason?: string;
}

interface MenuProps {
  /** It must take a ref, as IconButton's inner button does. */
  trigger: ReactNode;
  /** What the lines are about. */
  heading?: ReactNode;
  items: MenuItem[];
}

/** A menu behind a button. */
export function Menu({ trigger, heading, items }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <MenuWindow>
        {heading && <DropdownMenu.Label className="mb-1.5 border-b px-3 py-2 text-sm">{heading}</DropdownMenu.Label>}
        <MenuItems items={items} />
      </MenuWindow>
    </DropdownMenu.Root>
  );
}

/** What can be done with a row, behind a button with three dots. `label` names the row too. */
export function ActionsMenu({ label, items, className }: { label: string; items: MenuItem[]; className?: string | undefined }) {
  const trigger = (
    <button
      type="button"
      aria-label={label}
      className={clsx("grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-full text-muted hover:bg-ink/10", className)}
    >
      <MoreHorizontal size={18} aria-hidden />
    </button>
  );
  return <Menu trigger={trigger} items={items} />;
}

/** A menu that stands open at an element, which is given the focus back when it closes: one for many buttons. */
export function AnchoredMenu({ anchor, onClose, children }: { anchor: HTMLElement; onClose: () => void; children: ReactNode }) {
  const { left, top, width, height } = anchor.getBoundingClientRect();
  return (
    <DropdownMenu.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger aria-hidden tabIndex={-1} className="pointer-events-none fixed" style={{ left, top, width, height }} />
      <MenuWindow
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          // Unless what was chosen has moved it elsewhere.
          if (document.activeElement === document.body) anchor.focus();
        }}
      >
        {children}
      </MenuWindow>
    </DropdownMenu.Root>
  );
}

function MenuWindow({ children, ...rest }: { children: ReactNode; onCloseAutoFocus?: (event: Event) => void }) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        collisionPadding={8}
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-[min(20rem,calc(100vw-1rem))] animate-appear overflow-y-auto rounded-xl border bg-surface p-1.5 shadow-xl"
        {...rest}
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

/** Lines of a menu, within one. */
export function MenuItems({ items }: { items: MenuItem[] }) {
  return items.map(({ label, icon, onSelect, isDangerous, reason }) => (
    <DropdownMenu.Item
      key={label}
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
  ));
}
