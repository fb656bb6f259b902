import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { GalleryLayout } from "./layout/layout-gallery";
import { countSelected, isSelected, mostNamed, namedIn, nothing, rangeBetween, type Selected, toggled, withIds, withoutGone } from "./selection";

/** Which results are selected. */
export interface Selection {
  selected: Selected;
  count: number;
  has: (id: string) => boolean;
  /** Selects what is behind a card, or takes it out again when all of it was selected. */
  toggle: (ids: readonly string[]) => void;
  /** Selects all from the one selected last up to this one. */
  extend: (ids: readonly string[]) => void;
  /** Selects just this. */
  set: (selected: Selected) => void;
  /** Selects all that the gallery shows, however many, also what comes. */
  selectAll: () => void;
  clear: () => void;
}

interface State {
  selected: Selected;
  last: string | null;
  /** A range whose results are not all loaded yet. */
  pending: { from: string; to: string } | null;
}

const empty: State = { selected: nothing, last: null, pending: null };
/** Sections of a range that are loaded at once. */
const loadedAtOnce = 3;

/** A gallery of which some is selected. */
interface SelectionSource {
  layout: GalleryLayout;
  total: number;
  need: (keys: string[]) => void;
  onGone: (listener: (ids: ReadonlySet<string>) => void, kept: () => Iterable<string>) => () => void;
  /** What it shows: a rule for all is for this alone, so that a change of it clears the selection. */
  scope: string;
}

/** Holds a selection of what a gallery shows. What leaves the gallery, whoever took it away, is not selected any more. */
export function useSelection({ layout, total, need, onGone, scope }: SelectionSource): Selection {
  const [{ selected, pending }, setState] = useState<State>(empty);
  const [shownScope, setShownScope] = useState(scope);
  if (shownScope !== scope) {
    setShownScope(scope);
    setState(empty);
  }
  const change = useCallback((changed: (before: Selected) => Selected) => setState((state) => ({ ...state, selected: changed(state.selected) })), []);

  const toggle = useCallback((ids: readonly string[]) => {
    setState((before) => ({ selected: toggled(before.selected, ids), last: ids[0] ?? null, pending: null }));
  }, []);
  const extend = useCallback((ids: readonly string[]) => {
    const to = ids.at(-1);
    if (to) setState((state) => ({ selected: withIds(state.selected, ids), last: state.last ?? to, pending: { from: state.last ?? to, to } }));
  }, []);
  useEffect(() => {
    if (!pending) return;
    const { ids, missing } = rangeBetween(layout, pending.from, pending.to);
    if (missing.length > 0 && ids.length < mostNamed) return need(missing.slice(0, loadedAtOnce));
    setState((state) => ({ ...state, selected: withIds(state.selected, ids), pending: null }));
  }, [pending, layout, need]);

  const named = useRef(namedIn(selected));
  named.current = namedIn(selected);
  useEffect(
    () =>
      onGone(
        (gone) => change((before) => withoutGone(before, gone)),
        () => named.current,
      ),
    [onGone, change],
  );

  const set = useCallback((wanted: Selected) => change(() => wanted), [change]);
  const selectAll = useCallback(() => setState({ selected: { kind: "all", except: new Set() }, last: null, pending: null }), []);
  const clear = useCallback(() => setState(empty), []);
  const has = useCallback((id: string) => isSelected(selected, id), [selected]);
  const count = countSelected(selected, total);
  return useMemo(
    () => ({ selected, count, has, toggle, extend, set, selectAll, clear }),
    [selected, count, has, toggle, extend, set, selectAll, clear],
  );
}
