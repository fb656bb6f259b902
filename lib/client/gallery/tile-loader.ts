import { type ApolloClient, InMemoryCache } from "@apollo/client";
import { graphql } from "../generated/index.ts";
import { SessionEndedError } from "../server/connection.ts";
import { unshared } from "../server/share-requests.ts";
import { waitToRetry } from "../server/wait-to-retry.ts";
import { whenIdle } from "../server/when-idle.ts";
import { forgetReads } from "./forget-reads.ts";
import { type BoardGeneration, generationTile } from "./fragments.ts";
import { putOnBoard, takeOffBoard } from "./galleries.ts";

/** The tiles of some generations. */
export const tilesQuery = graphql(`
  query Tiles($ids: [UUID!]!) {
    generations(ids: $ids) {
      ...GenerationTile
    }
  }
`);

const batchSize = 100;
const batchesAtOnce = 2;
/** What is asked for within this time is asked for together. */
const gatherMs = 20;
/** Tiles that are kept in the cache beyond those that are shown. */
const keptTiles = 300;
const tidiedAtOnce = 100;
/** After so many have left the cache, what Apollo remembers of them is forgotten, too: at once after many, and else when no more are asked for. */
const forgotten = { fewest: 100, most: 1000 };
const restMs = 1000;
/** So many are written in one go: between them, the browser draws. */
const writtenAtOnce = 20;

/** Loads tiles into the cache of a client, many at a time, and lets those go that were shown longest ago. */
export class TileLoader {
  /** To be asked for whatever the cache holds. */
  private readonly asked = new Set<string>();
  private readonly loading = new Set<string>();
  private readonly shown = new Map<object, readonly string[]>();
  /** In the cache by our doing, those used last at the end. */
  private readonly kept = new Set<string>();
  /** What has left, for answers that were on their way when it did, and for those who still show it. */
  private gone = new Set<string>();
  /** How many have left since what Apollo remembers was forgotten. */
  private left = 0;
  private forgetting: ReturnType<typeof setTimeout> | undefined;
  private requests = 0;
  private failures = 0;
  private resets = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  private readonly memory: InMemoryCache | null;

  constructor(private readonly client: ApolloClient) {
    this.memory = client.cache instanceof InMemoryCache ? client.cache : null;
    client.onResetStore(async () => {
      this.resets += 1;
      this.kept.clear();
      this.gone.clear();
      this.resume();
    });
  }

  /** Says what `who` shows from now on: what is missing of it is loaded. Nothing of it, where there are no ids. */
  show(who: object, ids: readonly string[]): void {
    if (ids.length > 0) this.shown.set(who, ids);
    else this.shown.delete(who);
    for (const id of ids) this.use(id);
    this.loadSoon();
  }

  /** Loads this anew, and puts it into the galleries of its board. */
  ask(id: string): void {
    this.gone.delete(id);
    this.asked.add(id);
    this.loadSoon();
  }

  /** Loads anew what is shown, and forgets the rest: what changed there nobody told. */
  refresh(): void {
    const shown = new Set([...this.shown.values()].flat());
    for (const id of shown) this.asked.add(id);
    for (const id of [...this.kept]) if (!shown.has(id)) this.release(id);
    this.client.cache.gc();
    this.loadSoon();
  }

  /** Asks for what is still missing, as when a session is back. */
  resume(): void {
    this.loadSoon();
  }

  /** Loads this anew if it is on its way: the answer may be older than what is known by now. */
  askAgain(id: string): void {
    if (this.loading.has(id)) this.ask(id);
  }

  /** Keeps what is in the cache already, by an answer that came another way. */
  keep(id: string): void {
    this.use(id, true);
  }

  /** Forgets what has left its board, also where it is on its way. */
  forget(id: string): void {
    this.asked.delete(id);
    this.gone.add(id);
    this.release(id);
    this.client.cache.evict({ id: this.keyOf(id) });
  }

  /** The tile as it is in the cache. */
  tileOf(id: string): BoardGeneration | null {
    return this.client.cache.readFragment({ id: this.keyOf(id), fragment: generationTile, fragmentName: "GenerationTile" });
  }

  keyOf(id: string): string {
    return this.client.cache.identify({ __typename: "Generation", id }) ?? "";
  }

  private loadSoon() {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      void this.load();
    }, gatherMs);
  }

  private missing(): string[] {
    const shown = [...this.shown.values()].flat().filter((id) => !this.gone.has(id) && !this.tileOf(id));
    return [...new Set([...this.asked, ...shown])].filter((id) => !this.loading.has(id));
  }

  private async load(): Promise<void> {
    const ids = this.requests < batchesAtOnce ? this.missing().slice(0, batchSize) : [];
    if (ids.length === 0) return;
    this.requests += 1;
    // Asked for once more, whatever happens to them from here on.
    for (const id of ids) {
      this.asked.delete(id);
      this.loading.add(id);
    }
    this.loadSoon();
    let isEnded = false;
    try {
      // Never shared with a request already under way: that one may answer what was true before an event.
      const { data } = await this.client.query({
        query: tilesQuery,
        variables: { ids },
        fetchPolicy: "no-cache",
        context: unshared,
      });
      this.failures = 0;
      await this.take(ids, data?.generations ?? []);
    } catch (error) {
      for (const id of ids) if (!this.gone.has(id)) this.asked.add(id);
      isEnded = error instanceof SessionEndedError;
      if (!isEnded) await waitToRetry(this.failures++, new AbortController().signal);
    }
    for (const id of ids) this.loading.delete(id);
    this.requests -= 1;
    if (isEnded) return;
    if (this.requests === 0) {
      const shown = new Set([...this.shown.values()].flat());
      this.gone = new Set([...this.gone].filter((id) => shown.has(id)));
    }
    this.loadSoon();
  }

  /** Takes tiles that came by another answer than its own. Tells which of them are still there. */
  keepAll(found: readonly BoardGeneration[]): BoardGeneration[] {
    const { cache } = this.client;
    const there = found.filter(({ id }) => !this.gone.has(id));
    cache.batch({
      update: () => {
        for (const generation of there) {
          cache.writeFragment({
            id: this.keyOf(generation.id),
            fragment: generationTile,
            fragmentName: "GenerationTile",
            data: generation,
          });
          this.use(generation.id, true);
        }
      },
    });
    return there;
  }

  private async take(ids: readonly string[], found: readonly BoardGeneration[]): Promise<void> {
    const { resets } = this;
    for (let at = 0; at < found.length; at += writtenAtOnce) {
      if (at > 0) await new Promise((resolve) => setTimeout(resolve));
      // Someone else may be signed in by now.
      if (resets !== this.resets) return;
      this.keepAll(found.slice(at, at + writtenAtOnce));
    }
    const there = found.filter(({ id }) => !this.gone.has(id));
    putOnBoard(this.client, there);
    const known = new Set(there.map(({ id }) => id));
    for (const id of ids) if (!known.has(id)) this.leave(id);
    this.tidy();
  }

  /** Not there any more, or not for this viewer. */
  private leave(id: string) {
    this.forget(id);
    takeOffBoard(this.client, [id]);
  }

  private use(id: string, isNew = false) {
    if (!isNew && !this.kept.has(id)) return;
    if (!this.kept.delete(id)) this.memory?.retain(this.keyOf(id));
    this.kept.add(id);
  }

  private release(id: string) {
    if (!this.kept.delete(id)) return;
    this.left += 1;
    // As often as it was kept: each `writeFragment` keeps what it writes.
    const key = this.keyOf(id);
    while (this.memory && this.memory.release(key) > 0);
  }

  /** What something else shows, such as a query, stays in the cache. */
  private tidy() {
    if (this.kept.size <= keptTiles + tidiedAtOnce) return;
    const shown = new Set([...this.shown.values()].flat());
    for (const id of this.kept) {
      if (this.kept.size <= keptTiles) break;
      if (!shown.has(id)) this.release(id);
    }
    this.client.cache.gc();
    this.forgetLeft();
  }

  private forgetLeft() {
    const { memory } = this;
    if (!memory || this.left < forgotten.fewest) return;
    clearTimeout(this.forgetting);
    const forget = () => {
      this.left = 0;
      forgetReads(memory);
    };
    this.forgetting = setTimeout(() => whenIdle(forget), this.left < forgotten.most ? restMs : 0);
  }
}

const loaders = new WeakMap<ApolloClient, TileLoader>();

/** The loader of a client. */
export function tileLoaderOf(client: ApolloClient): TileLoader {
  const loader = loaders.get(client) ?? new TileLoader(client);
  loaders.set(client, loader);
  return loader;
}
