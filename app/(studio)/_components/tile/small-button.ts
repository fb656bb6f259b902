/** The look of a button within a tile. */
export const smallButton =
  "inline-flex shrink-0 items-center gap-1.5 rounded-full border bg-surface px-3 py-1 text-sm font-medium hover:bg-sunken pointer-coarse:min-h-11 aria-disabled:cursor-not-allowed aria-disabled:text-muted";
