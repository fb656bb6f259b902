import type { TagColor } from "@boards/client";
import clsx from "clsx";

const looks: Record<TagColor, string> = {
  rust: "bg-[#b5502c]",
  amber: "bg-[#c98a12]",
  green: "bg-[#4f8a3c]",
  teal: "bg-[#2c8a86]",
  blue: "bg-[#3c6fb5]",
  violet: "bg-[#7a58b5]",
  pink: "bg-[#c0508c]",
  gray: "bg-[#86807a]",
};

/** The color of a tag, as a dot beside its name. */
export function TagDot({ color, className }: { color: TagColor; className?: string }) {
  return <span aria-hidden className={clsx("inline-block size-2.5 shrink-0 rounded-full forced-color-adjust-none", looks[color], className)} />;
}
