import clsx from "clsx";

/** How something stands, for color; the words say it as well. */
export type Tone = "good" | "muted" | "bad" | "busy";

const dots: Record<Tone, string> = {
  good: "bg-emerald-600 dark:bg-emerald-400",
  muted: "border border-muted",
  bad: "bg-danger",
  busy: "bg-amber-500",
};

/** A sentence about how something stands, with a dot in its color; it may run over several lines. */
export function StatusLine({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="flex items-baseline gap-2">
      <span aria-hidden className={clsx("size-2 shrink-0 rounded-full", dots[tone])} />
      <span className="min-w-0 break-words">{children}</span>
    </span>
  );
}

/** A word about how something stands, with a dot in its color. */
export function StatusWord({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-xs">
      <span aria-hidden className={clsx("size-2 shrink-0 rounded-full", dots[tone])} />
      {children}
    </span>
  );
}
