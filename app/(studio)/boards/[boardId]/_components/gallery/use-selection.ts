import { useCallback, useMemo, useState } from "react";
import type { GalleryLayout } from "./layout/layout-gallery";

/** So many results can be selected at a time: what is done with them is one request. */
export const mostSelected = 200;

/** The ids of all loaded results between two, in the order of the gallery, both included. */
export function idsBetween({ sections }: GalleryLayout, one: string, other: string): string[] {
  const ids = sections.flatMap(({ cards }) => cards?.flatMap((card) => card.ids) ?? []);
  const [start = -1, end = -1] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b);
  return start < 0 ? [other] : ids.slice(start, end + 1);
}

/** A selection with some ids more; what is beyond the most that can be selected is left out. */
export function withIds(selected: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  return new Set([...new Set([...selected, ...ids])].slice(0, mostSelected));
}

/** Which results are selected. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Selects what is behind a card, or takes it out again when all of it was selected. */
  toggle: (ids: readonly string[]) => void;
  /** Selects all from the one selected last up to this one. */
  extend: (layout: GalleryLayout, ids: readonly string[]) => void;
  /** Takes out what is gone. */
  drop: (ids: readonly string[]) => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Holds a selection of results. */
export function useSelection(): Selection {
  const [{ ids }, set] = useState<{ ids: ReadonlySet<string>; last: string | null }>({ ids: none, last: null });
  const toggle = useCallback((toggled: readonly string[]) => {
    set(({ ids: before }) => {
      const areAll = toggled.every((id) => before.has(id));
      const after = areAll ? new Set([...before].filter((id) => !toggled.includes(id))) : withIds(before, toggled);
      return { ids: after, last: toggled[0] ?? null };
    });
  }, []);
  const extend = useCallback((layout: GalleryLayout, to: readonly string[]) => {
    set(({ ids: before, last: from }) => {
      const end = to.at(-1);
      if (!end) return { ids: before, last: from };
      return { ids: withIds(before, [...idsBetween(layout, from ?? end, end), ...to]), last: from ?? end };
    });
  }, []);
  const drop = useCallback((gone: readonly string[]) => {
    set((before) =>
      gone.some((id) => before.ids.has(id)) ? { ...before, ids: new Set([...before.ids].filter((id) => !gone.includes(id))) } : before,
    );
  }, []);
  const clear = useCallback(() => set({ ids: none, last: null }), []);
  return useMemo(() => ({ ids, toggle, extend, drop, clear }), [ids, toggle, extend, drop, clear]);
}
