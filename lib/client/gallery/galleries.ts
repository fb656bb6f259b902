import type { ApolloClient } from "@apollo/client";
import type { BoardGeneration } from "./fragments.ts";
import { Gallery, type GalleryOpening } from "./gallery.ts";
import { type GalleryFilter, searchOf } from "./gallery-filter.ts";
import { itemOf } from "./gallery-item.ts";

/** Galleries that nobody looks at are kept for so long, for those who come back. */
const keptMs = 30_000;

/** The galleries of one client that are shown, or were a moment ago. */
class Galleries {
  private readonly open = new Map<string, { boardId: string | null; gallery: Gallery; watchers: number; closing?: ReturnType<typeof setTimeout> }>();

  constructor(private readonly client: ApolloClient) {
    client.onResetStore(async () => {
      for (const { gallery } of this.open.values()) gallery.refresh();
    });
  }

  /** The gallery that shows this, opened if it is not, at the end where it is looked at first. */
  of(boardId: string | null, filter: GalleryFilter, opening: GalleryOpening): Gallery {
    const search = searchOf(boardId, filter);
    const name = JSON.stringify(search);
    const known = this.open.get(name);
    if (known) return known.gallery;
    const gallery = new Gallery(this.client, search, opening);
    this.open.set(name, { boardId, gallery, watchers: 0 });
    this.closeLater(name);
    return gallery;
  }

  /** Keeps a gallery open until it is let go by what this answers; null for one that is closed, whose place `of` gives to another. */
  hold(gallery: Gallery): (() => void) | null {
    const [name, entry] = [...this.open].find(([, each]) => each.gallery === gallery) ?? [];
    if (!name || !entry) return null;
    clearTimeout(entry.closing);
    // Nobody told it of events meanwhile.
    if (entry.closing && entry.watchers === 0 && entry.gallery.snapshot().stretches) gallery.refresh();
    entry.watchers += 1;
    return () => {
      entry.watchers -= 1;
      if (entry.watchers === 0) this.closeLater(name);
    };
  }

  /** All open galleries that may show what is on a board. */
  ofBoard(boardId: string): Gallery[] {
    return [...this.open.values()].filter((each) => each.boardId === null || each.boardId === boardId).map(({ gallery }) => gallery);
  }

  /** All open galleries. */
  all(): Gallery[] {
    return [...this.open.values()].map(({ gallery }) => gallery);
  }

  private closeLater(name: string) {
    const entry = this.open.get(name);
    if (!entry) return;
    entry.closing = setTimeout(() => {
      entry.gallery.close();
      this.open.delete(name);
    }, keptMs);
  }
}

const all = new WeakMap<ApolloClient, Galleries>();

/** The galleries of a client. */
export function galleriesOf(client: ApolloClient): Galleries {
  const galleries = all.get(client) ?? new Galleries(client);
  all.set(client, galleries);
  return galleries;
}

/** Puts generations, which the cache holds, onto their boards wherever those are shown. */
export function putOnBoard(client: ApolloClient, generations: readonly BoardGeneration[]): void {
  for (const boardId of new Set(generations.map((each) => each.boardId))) {
    const items = generations.filter((each) => each.boardId === boardId).map(itemOf);
    for (const gallery of galleriesOf(client).ofBoard(boardId)) gallery.put(items);
  }
}

/** Takes generations off the boards that are shown. */
export function takeOffBoard(client: ApolloClient, ids: readonly string[]): void {
  const gone = new Set(ids);
  for (const gallery of galleriesOf(client).all()) gallery.remove(gone);
}
