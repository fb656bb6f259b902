import type { ApolloClient } from "@apollo/client";
import type { GenerationSearchInput } from "../generated/graphql.ts";
import { SessionEndedError } from "../server/connection.ts";
import { describeError } from "../server/describe-error.ts";
import { unshared } from "../server/share-requests.ts";
import { waitToRetry } from "../server/wait-to-retry.ts";
import { whenIdle } from "../server/when-idle.ts";
import { dayFormatOf } from "./day-format.ts";
import type { BoardGeneration } from "./fragments.ts";
import { isFound } from "./gallery-filter.ts";
import { type GalleryItem, type GallerySection, itemOf } from "./gallery-item.ts";
import { idsQuery, itemsOf, itemsQuery, mostAskedAbout, openingQuery, sectionsQuery, stretchesOf } from "./gallery-queries.ts";
import { filled, putItem, reconcile, type Stretch } from "./stretches.ts";

/** What a gallery knows at a moment; another object whenever something has changed. */
export interface GalleryState {
  /** Oldest first; null until they are told. */
  stretches: readonly Stretch[] | null;
  /** Null until it is known. */
  totalCount: number | null;
  /** Why they could not be told, while they are asked for again. */
  error: unknown;
}

/** Where a gallery is looked at first. */
export interface GalleryOpening {
  isOldestFirst: boolean;
  /** Takes the tiles that came with the opening; answers those that are still there. */
  keep: (tiles: readonly BoardGeneration[]) => BoardGeneration[];
}

/** Changes of an item that its section shows. */
export type ItemChange = Partial<Pick<GalleryItem, "status" | "ratio" | "placeholder">>;

/** Results whose pages are kept: those needed last. */
const keptItems = 4000;
const pagesAtOnce = 3;
/** The index is asked for again this long after something made it doubtful, so that a burst of events is one doubt. */
const doubtMs = 300;
/** And not before so long after its last answer. */
const restMs = 2000;

/**
 * A gallery of what a search finds: the index of its sections, and the pages of those that are needed. Live changes are made at once to what is loaded;
 * of what is not, and of what only the server can tell whether it is found, the index or the pages are asked for again.
 */
export class Gallery {
  private state: GalleryState = { stretches: null, totalCount: null, error: null };
  private readonly listeners = new Set<() => void>();
  private readonly goneListeners = new Map<(ids: ReadonlySet<string>) => void, () => Iterable<string>>();
  private readonly closing = new AbortController();
  /** Keys of sections, those needed last at the end. */
  private needed: string[] = [];
  private recent = new Set<string>();
  private readonly loading = new Set<string>();
  /** Changes that were made while answers were on their way: these may be older, and are made once more on them. */
  private changes: (() => void)[] = [];
  private readonly timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  private readonly dayFormat = dayFormatOf();
  private eventNumber = 0;
  /** The index must not be older than this event. */
  private wantedNumber = 0;
  private isDoubtful = false;
  /** Whether the pages are as doubtful as the index. */
  private areItemsDoubtful = false;
  private isAsking = false;
  /** Whether all sections are known, or only those of the opening. */
  private isComplete = false;
  private answeredAt = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: ApolloClient,
    private readonly search: GenerationSearchInput,
    private readonly opening: GalleryOpening,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    // Not before someone looks: a server that renders the page has nobody to ask, and nobody who listens.
    if (!this.state.stretches && !this.isAsking) void this.open();
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): GalleryState => this.state;

  /**
   * Tells of results that it does not hold any more, loaded or not, as far as events or pages tell; and, when it was in doubt, which of those that
   * `kept` answers. Answers how to stop.
   */
  readonly onGone = (listener: (ids: ReadonlySet<string>) => void, kept: () => Iterable<string> = () => []): (() => void) => {
    this.goneListeners.set(listener, kept);
    return () => void this.goneListeners.delete(listener);
  };

  /** Says which sections are near the screen, in order of importance. Their pages are loaded and kept; others may go. */
  readonly need = (keys: readonly string[]): void => {
    this.needed = [...keys];
    for (const key of keys) {
      this.recent.delete(key);
      this.recent.add(key);
    }
    this.loadPages();
  };

  /** Puts what is on the board now into its place. */
  put(items: readonly GalleryItem[]): void {
    this.make(() => {
      const before = this.state.stretches;
      const after = before && items.reduce((stretches, item) => this.withItem(stretches, item), before);
      if (after && after !== before) this.show(after);
    });
  }

  private withItem(stretches: readonly Stretch[], item: GalleryItem): readonly Stretch[] {
    const isIn = isFound(item, this.search);
    if (isIn === false) return stretches;
    const known = findItem(stretches, item.id);
    if (isIn === undefined) this.doubtAll();
    if (isIn === undefined && !known) return stretches;
    const isSame = known && Object.entries(item).every(([name, value]) => known[name as keyof GalleryItem] === value);
    return isSame ? stretches : putItem(stretches, item, this.dayOf(item));
  }

  /** Changes an item where it is loaded. */
  change(id: string, change: ItemChange): void {
    this.make(() => {
      const known = this.find(id);
      const isNew = known && Object.entries(change).some(([name, value]) => known[name as keyof ItemChange] !== value);
      if (this.search.statuses && change.status && change.status !== known?.status) this.doubtAll();
      if (isNew) this.update(id, (items) => items.map((item) => (item.id === id ? { ...item, ...change } : item)));
    });
  }

  /** Takes out what has left the board. */
  remove(ids: ReadonlySet<string>): void {
    this.make(() => {
      const { stretches } = this.state;
      let found = 0;
      const left = (stretches ?? []).map((stretch) => {
        const items = stretch.items?.filter(({ id }) => !ids.has(id));
        if (!items || items.length === stretch.items?.length) return stretch;
        found += (stretch.items?.length ?? 0) - items.length;
        return filled(stretch, items, stretch.isStale);
      });
      if (found > 0) this.show(left);
      if (found < ids.size) this.doubt();
    });
    this.tellGone(ids);
  }

  /** Notes that an event was told, and put into its place. */
  noteEvent(number: number): void {
    if (this.search.boardId) this.eventNumber = Math.max(this.eventNumber, number);
  }

  /** Notes how far the journal had come when events began to be told, or went on after a gap. What came before may not be known here. */
  noteStart(number: number): void {
    // Each board counts its own events: of all boards, no number says how far the answers had come.
    if (!this.search.boardId) {
      this.doubt();
      return;
    }
    this.wantedNumber = Math.max(this.wantedNumber, number);
    if (this.state.stretches && this.eventNumber < number) this.refresh();
  }

  /** Asks for the index again, and for pages as they are needed, while showing what is known. */
  refresh(): void {
    if (this.state.stretches) this.show(asStale(this.state.stretches));
    this.doubt();
  }

  /** Asks again, once for many calls, where something has changed that may belong to what is found, or no longer. */
  doubtAll(): void {
    this.areItemsDoubtful = true;
    this.doubt();
  }

  /** Asks again where one of these parts of the search may find something else now. */
  doubtFilters(names: readonly (keyof GenerationSearchInput)[]): void {
    if (names.some((name) => this.search[name] != null)) this.doubtAll();
  }

  close(): void {
    this.closing.abort();
    clearTimeout(this.waiting);
  }

  private dayOf = ({ createdAt }: GalleryItem) => this.dayFormat.format(new Date(createdAt));

  private find(id: string): GalleryItem | undefined {
    return findItem(this.state.stretches ?? [], id);
  }

  private update(id: string, change: (items: readonly GalleryItem[]) => GalleryItem[]) {
    const { stretches } = this.state;
    this.show(
      (stretches ?? []).map((stretch) =>
        stretch.items?.some((item) => item.id === id) ? filled(stretch, change(stretch.items), stretch.isStale) : stretch,
      ),
    );
  }

  private make(change: () => void) {
    change();
    if (this.isAsking || this.loading.size > 0) this.changes.push(change);
  }

  private show(all: readonly Stretch[]) {
    const stretches = all.filter(({ count }) => count > 0);
    const count = stretches.reduce((sum, { count }) => sum + count, 0);
    this.tell({ stretches, totalCount: this.isComplete ? count : null, error: null });
    queueMicrotask(() => this.loadPages());
  }

  private tellGone(ids: ReadonlySet<string>) {
    if (ids.size > 0) for (const listener of [...this.goneListeners.keys()]) listener(ids);
  }

  private tell(state: GalleryState) {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }

  /** The index is asked for soon, once for many doubts. */
  private doubt() {
    this.isDoubtful = true;
    if (this.isAsking || this.waiting) return;
    const wait = Math.max(doubtMs, this.answeredAt + restMs - Date.now());
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      void this.askForIndex();
    }, wait);
  }

  /** Shows the first screen without the index, which takes the longer the more there is; where that is all, no index is needed. */
  private async open(): Promise<void> {
    const { signal } = this.closing;
    const from = this.changes.length;
    this.isAsking = true;
    try {
      const variables = { search: this.search, isOldestFirst: this.opening.isOldestFirst };
      const { data } = await this.client.query({ query: openingQuery, variables, ...fresh(signal) });
      const told = data?.galleryOpening;
      const items = this.opening.keep(told?.generations ?? []).map(itemOf);
      this.noteEvent(told?.eventNumber ?? 0);
      this.isComplete = !told?.hasMore;
      this.show(items.reduce<Stretch[]>((stretches, item) => putItem(stretches, item, this.dayOf(item)), []));
      if (this.isComplete) return this.endAsking(from, told?.eventNumber);
      this.again(from);
      // What it opens with is shown first.
      await new Promise<void>((resolve) => void whenIdle(resolve));
      if (signal.aborted) return;
    } catch {
      // The index is asked for until it is there, and says why it is not.
      if (signal.aborted) return;
    }
    await this.askForIndex();
  }

  private async askForIndex(): Promise<void> {
    const { signal } = this.closing;
    this.isAsking = true;
    this.isDoubtful = false;
    const areItemsDoubtful = this.areItemsDoubtful;
    this.areItemsDoubtful = false;
    for (let failures = 0; !signal.aborted; failures++) {
      const from = this.changes.length;
      try {
        const variables = { search: this.search, timeZone: this.timeZone };
        const told = await this.client
          .query({ query: sectionsQuery, variables, ...fresh(signal) })
          .then(({ data }) => data?.gallerySections, noneLike);
        this.noteEvent(told?.eventNumber ?? 0);
        this.isComplete = true;
        const known = this.state.stretches ?? [];
        this.show(reconcile(areItemsDoubtful ? asStale(known) : known, told ? stretchesOf(told) : []));
        this.endAsking(from, told?.eventNumber);
        // What fails is asked again with the next index, at the latest when the connection is back.
        return void this.findGone().catch(() => undefined);
      } catch (error) {
        if (signal.aborted) return;
        if (!this.state.stretches) this.tell({ ...this.state, error });
        if (error instanceof SessionEndedError) {
          // `refresh` is called when the session is back.
          this.isAsking = false;
          return;
        }
        await waitToRetry(failures, signal);
      }
    }
  }

  /** After an answer: makes the changes once more that were made while it was on its way, and asks again where it is in doubt already. */
  private endAsking(from: number, eventNumber: number | undefined) {
    this.isAsking = false;
    this.answeredAt = Date.now();
    this.again(from);
    if (this.isDoubtful || (eventNumber !== undefined && eventNumber < this.wantedNumber)) this.doubt();
  }

  /** Asks about what others keep of pages that are not loaded or stale: neither they nor the index tell whether it has gone. */
  private async findGone(): Promise<void> {
    const seen = new Set((this.state.stretches ?? []).flatMap(({ items = [], isStale }) => (isStale ? [] : items.map(({ id }) => id))));
    const kept = new Set([...this.goneListeners.values()].flatMap((each) => [...each()]));
    const asked = [...kept].filter((id) => !seen.has(id));
    for (let at = 0; at < asked.length; at += mostAskedAbout) {
      const ids = asked.slice(at, at + mostAskedAbout);
      const { data } = await this.client.query({ query: idsQuery, variables: { search: this.search, ids }, ...fresh(this.closing.signal) });
      const held = new Set(data?.galleryIds);
      this.tellGone(new Set(ids.filter((id) => !held.has(id))));
    }
  }

  private loadPages() {
    if (this.closing.signal.aborted) return;
    const { stretches } = this.state;
    const needed = this.needed.flatMap((key) => stretches?.find((each) => each.key === key) ?? []);
    // One that is stale without a page does not know its own count.
    const uncounted = (stretches ?? []).filter(({ items, isStale }) => !items && isStale);
    for (const stretch of [...needed, ...uncounted]) {
      if (this.loading.size >= pagesAtOnce) return;
      if ((!stretch.items || stretch.isStale) && !this.loading.has(stretch.key)) void this.loadPage(stretch);
    }
  }

  private async loadPage({ key, start, end }: Stretch): Promise<void> {
    const { signal } = this.closing;
    this.loading.add(key);
    const from = this.changes.length;
    try {
      const variables = { search: this.search, start, end };
      const { data } = await this.client.query({ query: itemsQuery, variables, ...fresh(signal) });
      const page = data?.galleryItems;
      this.loading.delete(key);
      // Cut anew meanwhile: what is needed now is asked for.
      const isAsBefore = (stretch: Stretch) => stretch.key === key && stretch.start === start && stretch.end === end;
      const items = page ? itemsOf(page) : [];
      const before = this.state.stretches?.find(isAsBefore)?.items ?? [];
      this.show(this.forgetOld((this.state.stretches ?? []).map((stretch) => (isAsBefore(stretch) ? filled(stretch, items) : stretch))));
      this.again(from);
      if (page?.hasMore) this.doubt();
      else this.tellGone(new Set(before.map(({ id }) => id).filter((id) => !items.some((item) => item.id === id) && !this.find(id))));
    } catch (error) {
      const isRetried = !(error instanceof SessionEndedError);
      if (isRetried) await waitToRetry(2, signal);
      this.loading.delete(key);
      if (isRetried) this.loadPages();
    }
  }

  private again(from: number) {
    const changes = this.changes.slice(from);
    if (!this.isAsking && this.loading.size === 0) this.changes = [];
    for (const change of changes) change();
  }

  /** Forgets the pages that were needed longest ago, beyond those that are kept. */
  private forgetOld(stretches: Stretch[]): Stretch[] {
    const loaded = new Map(stretches.filter(({ items }) => items).map((stretch) => [stretch.key, stretch]));
    for (const key of this.recent) if (!stretches.some((each) => each.key === key)) this.recent.delete(key);
    const newestFirst = [...[...loaded.keys()].filter((key) => !this.recent.has(key)), ...this.recent].reverse();
    const forgotten = new Set<string>();
    let count = 0;
    for (const key of newestFirst) {
      count += loaded.get(key)?.count ?? 0;
      if (count > keptItems && loaded.has(key) && !this.needed.includes(key)) forgotten.add(key);
    }
    return stretches.map((stretch) => (forgotten.has(stretch.key) ? { ...stretch, items: undefined, isStale: false } : stretch));
  }
}

function findItem(stretches: readonly Stretch[], id: string): GalleryItem | undefined {
  for (const { items } of stretches) {
    const found = items?.find((item) => item.id === id);
    if (found) return found;
  }
}

const asStale = (stretches: readonly Stretch[]) => stretches.map((stretch) => (stretch.items ? { ...stretch, isStale: true } : stretch));

/** Nothing is like what is gone, or has no looks; throws what else went wrong. */
function noneLike(error: unknown): null {
  if (describeError(error).field === "search.similarTo") return null;
  throw error;
}

/** Never an answer that was asked for before, and kept nowhere but in the gallery. */
const fresh = (signal: AbortSignal) => ({ fetchPolicy: "no-cache", context: { ...unshared, fetchOptions: { signal } } }) as const;

/** What a section tells others. */
export const sectionOf = ({ key, day, count, ratioSum }: Stretch): GallerySection => ({ key, day, count, ratioSum });
