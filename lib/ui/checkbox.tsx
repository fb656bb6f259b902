import clsx from "clsx";
import { Check } from "lucide-react";
import type { ComponentProps } from "react";

/** A checkbox, to stand in a label. */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <span className={clsx("relative size-4 shrink-0", className)}>
      <input
        type="checkbox"
        className="peer block size-4 cursor-pointer appearance-none rounded border border-muted bg-canvas checked:border-ink checked:bg-ink disabled:cursor-not-allowed disabled:opacity-50"
        {...rest}
      />
      <Check size={12} strokeWidth={3} aria-hidden className="pointer-events-none absolute inset-0.5 hidden text-canvas peer-checked:block" />
    </span>
  );
}
