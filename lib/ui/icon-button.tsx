import clsx from "clsx";
import { Tooltip } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

/** A round button with an icon. Its label is what a screen reader says and a tooltip shows. */
export function IconButton({ label, children, className, ...rest }: ComponentProps<"button"> & { label: string; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          className={clsx(
            "inline-grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-full text-current transition-colors hover:bg-ink/10 disabled:opacity-40",
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
