import clsx from "clsx";
import { Clock, Images, MonitorUp, Sparkles } from "lucide-react";
import type { ChipKind } from "./chip-fields";
import { RatioShape } from "./ratio-shape";

/** The look of a chip. */
export const chipLook = (hasError: boolean) =>
  clsx(
    "flex h-9 shrink-0 max-sm:order-2 items-center gap-1.5 rounded-full border px-2.5 text-sm tabular-nums hover:bg-sunken data-[state=open]:bg-sunken pointer-coarse:h-11",
    hasError && "border-danger text-danger",
  );

const icons = { resolution: MonitorUp, quality: Sparkles, duration: Clock, count: Images };

/** What a chip is about: a ratio as a shape, anything else as an icon. */
export function ChipIcon({ kind, value }: { kind: ChipKind; value: unknown }) {
  if (kind === "ratio") return <RatioShape option={value === null || value === undefined ? null : String(value)} />;
  const Icon = icons[kind];
  return <Icon size={15} aria-hidden className="shrink-0 text-muted" />;
}
