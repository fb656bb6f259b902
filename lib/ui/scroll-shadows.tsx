import clsx from "clsx";
import type { ComponentProps } from "react";

/** A box that scrolls, and shows by a shadow at its edge that there is more above or below. */
export function ScrollShadows({ className, ...rest }: ComponentProps<"div">) {
  return <div className={clsx("scroll-shadows min-h-0 overflow-y-auto overscroll-contain", className)} {...rest} />;
}
