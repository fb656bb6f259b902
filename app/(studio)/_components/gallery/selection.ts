import type { GalleryLayout } from "./layout/layout-gallery";

/** So many results can be selected, or left out of all, one by one. */
export const mostNamed = 5000;

/** What is selected: these results, or all that the gallery shows but those. */
export type Selected = { kind: "ids"; ids: ReadonlySet<string> } | { kind: "all"; except: ReadonlySet<string> };

/** Nothing. */
export const nothing: Selected = { kind: "ids", ids: new Set() };

/** Whether a result is selected. */
export const isSelected = (selected: Selected, id: string): boolean => (selected.kind === "ids" ? selected.ids.has(id) : !selected.except.has(id));

/** How many are, where the gallery shows `total`. */
export const countSelected = (selected: Selected, total: number): number =>
  selected.kind === "ids" ? selected.ids.size : Math.max(0, total - selected.except.size);

/** The results that are selected, or left out of all, one by one. */
export const namedIn = (selected: Selected): ReadonlySet<string> => (selected.kind === "ids" ? selected.ids : selected.except);

/** The selected results by name, where they are at most so many and all of them are loaded; null where only the rule can say which they are. */
export function namedIds(selected: Selected, { sections, count }: GalleryLayout, most: number): string[] | null {
  if (selected.kind === "ids") return selected.ids.size <= most ? [...selected.ids] : null;
  if (count > most + selected.except.size || sections.some(({ cards }) => !cards)) return null;
  const ids = sections.flatMap(({ cards }) => cards?.flatMap((card) => card.ids) ?? []).filter((id) => !selected.except.has(id));
  return ids.length <= most ? ids : null;
}

const bounded = (ids: Iterable<string>): ReadonlySet<string> => new Set([...new Set(ids)].slice(0, mostNamed));
const without = (from: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> => {
  const gone = new Set(ids);
  return new Set([...from].filter((id) => !gone.has(id)));
};

/** With these results selected, too; what is beyond the most is left out. */
export const withIds = (selected: Selected, ids: readonly string[]): Selected =>
  selected.kind === "ids" ? { kind: "ids", ids: bounded([...selected.ids, ...ids]) } : { kind: "all", except: without(selected.except, ids) };

/** With none of these selected. */
export const withoutIds = (selected: Selected, ids: readonly string[]): Selected =>
  selected.kind === "ids" ? { kind: "ids", ids: without(selected.ids, ids) } : { kind: "all", except: bounded([...selected.except, ...ids]) };

/** With these results out of mind, which are not there any more. */
export const withoutGone = (selected: Selected, gone: ReadonlySet<string>): Selected => {
  const known = namedIn(selected);
  if (![...known].some((id) => gone.has(id))) return selected;
  const left = new Set([...known].filter((id) => !gone.has(id)));
  return selected.kind === "ids" ? { kind: "ids", ids: left } : { kind: "all", except: left };
};

/** With these results selected, or not any more when all of them were. */
export const toggled = (selected: Selected, ids: readonly string[]): Selected =>
  ids.every((id) => isSelected(selected, id)) ? withoutIds(selected, ids) : withIds(selected, ids);

/**
 * The ids of all results between two, in the order of the gallery, both included, as far as they are loaded; and the sections between them that are not.
 */
export function rangeBetween({ sections }: GalleryLayout, one: string, other: string): { ids: string[]; missing: string[] } {
  const placeOf = (id: string) => sections.findIndex(({ cards }) => cards?.some((card) => card.ids.includes(id)));
  const [from = -1, to = -1] = [placeOf(one), placeOf(other)].sort((a, b) => a - b);
  if (from < 0) return { ids: [other], missing: [] };
  const between = sections.slice(from, to + 1);
  const ids = between.flatMap(({ cards }) => cards?.flatMap((card) => card.ids) ?? []);
  const [start = -1, end = -1] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b);
  return { ids: ids.slice(start, end + 1), missing: between.flatMap(({ cards, section }) => (cards ? [] : [section.key])) };
}

/** What lies in a box, in the gallery's own pixels: the results of every tile that it touches. */
export function idsInBox({ sections }: GalleryLayout, box: { left: number; top: number; right: number; bottom: number }): string[] {
  return sections
    .filter(({ top, bottom }) => bottom >= box.top && top <= box.bottom)
    .flatMap(({ cards, boxes, bodyTop }) =>
      (cards ?? []).flatMap((card, index) => {
        const tile = boxes[index];
        const isTouched =
          tile && tile.x < box.right && tile.x + tile.width > box.left && bodyTop + tile.y < box.bottom && bodyTop + tile.y + tile.height > box.top;
        return isTouched ? card.ids : [];
      }),
    );
}
