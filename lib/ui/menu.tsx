import clsx from "clsx";
import { MoreHorizontal } from "lucide-react";
import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, type SyntheticEvent, useId, useState } from "react";
import type { MenuItem } from "./menu-window";
import { loadLayers, useLayers } from "./use-layers";

export type { MenuItem };

interface MenuProps {
  /** A button without an id. */
  trigger: ReactElement<ComponentProps<"button">>;
  /** What the lines are about. */
  heading?: ReactNode;
  items: MenuItem[];
}

/** A menu behind a button: opens as soon as that is pressed, and by Enter, Space or the arrow down. */
export function Menu({ trigger, heading, items }: MenuProps) {
  const id = useId();
  const layers = useLayers(false);
  const [isOpen, setIsOpen] = useState(false);
  // The window is made ready when someone comes near: it marks its first line for them if they open it by a key, which it has to see.
  const [button, setButton] = useState<HTMLElement | null>(null);
  const prepare = ({ currentTarget }: SyntheticEvent<HTMLElement>) => {
    void loadLayers();
    setButton(currentTarget);
  };
  const open = (event: SyntheticEvent<HTMLElement>) => {
    event.preventDefault();
    prepare(event);
    setIsOpen(true);
  };
  return (
    <>
      {cloneElement(trigger, {
        id,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        "aria-controls": isOpen ? `${id}-menu` : undefined,
        onPointerEnter: prepare,
        onFocus: prepare,
        onPointerDown: (event) => event.button === 0 && !event.ctrlKey && open(event),
        onKeyDown: (event) => ["Enter", " ", "ArrowDown"].includes(event.key) && open(event),
      })}
      {layers && button && <layers.MenuWindow anchor={button} isOpen={isOpen} onClose={() => setIsOpen(false)} heading={heading} items={items} />}
    </>
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
export function AnchoredMenu(props: { anchor: HTMLElement; items: MenuItem[]; onClose: () => void }) {
  const layers = useLayers(true);
  return layers && <layers.MenuWindow isOpen {...props} />;
}
