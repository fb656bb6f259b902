import { type SyntheticEvent, useEffect, useState } from "react";

/**
 * Whether a `<details>` is open, as its props: at first, and from the moment that something in it needs its reader. It is closed by its reader
 * alone, who would else lose what they have just put right, and the focus with it.
 */
export function useFold({ startsOpen = false, isNeeded }: { startsOpen?: boolean; isNeeded: boolean }) {
  const [open, setOpen] = useState(startsOpen || isNeeded);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  return { open, onToggle: ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => setOpen(currentTarget.open) };
}
