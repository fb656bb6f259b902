import clsx from "clsx";
import { Tooltip } from "radix-ui";
import { type ComponentProps, type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** A round button with an icon. Its label is what a screen reader says and a tooltip shows. */
export function IconButton({ label, children, className, ...rest }: ComponentProps<"button"> & { label: string; children: ReactNode }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    // Escape is meant for the window that the button stands in. Radix would give it to the topmost layer alone, which is the tooltip: that is gone first.
    const onKeyDown = ({ key }: KeyboardEvent) => key === "Escape" && flushSync(() => setIsShown(false));
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [isShown]);
  return (
    <Tooltip.Root open={isShown} onOpenChange={setIsShown}>
      {/* A name is shown to who came by keys: after a tap, nothing would take it away again. */}
      <Tooltip.Trigger asChild onFocus={(event) => event.currentTarget.matches(":focus-visible") || event.preventDefault()}>
        <button
          type="button"
          aria-label={label}
          className={clsx(
            "inline-grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-full transition-colors hover:bg-ink/10 disabled:opacity-40",
            className,
          )}
          {...rest}
        >
          {children}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content sideOffset={6} className="z-50 rounded-md bg-ink px-2.5 py-1 text-canvas text-xs">
          {label}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
