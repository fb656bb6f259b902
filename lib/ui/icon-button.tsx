import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A round button with an icon. Its label is what a screen reader says and a tooltip shows (`tooltips.tsx`). */
export function IconButton({ label, children, className, ...rest }: ComponentProps<"button"> & { label: string; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip=""
      className={clsx(
        "inline-grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-full transition-colors hover:bg-ink/10 disabled:opacity-40",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
