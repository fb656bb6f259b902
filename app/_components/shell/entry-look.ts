/** The look of everything in the navigation: an icon with its word below. */
export const entryLook =
  "group grid h-14 min-w-12 md:min-w-15 place-content-center justify-items-center gap-1 rounded-lg text-muted text-xs -outline-offset-2 hover:text-ink";
