import clsx from "clsx";
import type { ComponentProps } from "react";

const looks = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  quiet: "border bg-surface text-ink hover:bg-sunken",
  danger: "bg-danger text-surface hover:opacity-90",
};

/** A button with words on it. */
export function Button({ look = "primary", className, ...rest }: ComponentProps<"button"> & { look?: keyof typeof looks }) {
  return (
    <button
      type="button"
      className={clsx(
        "inline-flex h-10 pointer-coarse:h-11 pointer-coarse:min-w-11 shrink-0 items-center justify-center gap-2 rounded-full px-5 font-medium text-sm transition-colors disabled:cursor-not-allowed disabled:opacity-45",
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}
