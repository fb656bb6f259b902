import clsx from "clsx";

interface ProgressBarProps {
  label: string;
  /** How much is done; left out while that isn't known. */
  value?: number | undefined;
  max?: number;
  className?: string;
}

/** How far something is, in the colors of the theme: what browsers draw for `<progress>` is green. */
export function ProgressBar({ label, value, max = 1, className }: ProgressBarProps) {
  const isKnown = value !== undefined;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={clsx("h-1.5 overflow-hidden rounded-full bg-line", className)}
    >
      <div
        className={clsx("h-full origin-left bg-accent transition-transform duration-300", !isKnown && "animate-shimmer")}
        style={{ transform: `scaleX(${isKnown ? Math.min(value / max, 1) : 1})` }}
      />
    </div>
  );
}
