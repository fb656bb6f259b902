"use client";

import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from "react";
import { type BoardGeneration, generationTile } from "./fragments.ts";
import { type TileLoader, tileLoaderOf } from "./tile-loader.ts";

/**
 * The tiles of these results, as far as they are loaded: give those near the screen. Each stays the same object until it changes. What is missing is asked
 * for, up to a hundred at a time.
 */
export function useTiles(ids: readonly string[]): ReadonlyMap<string, BoardGeneration> {
  const client = useApolloClient();
  const tiles = useMemo(() => new ShownTiles(client), [client]);
  const key = ids.join();
  useLayoutEffect(() => tiles.show(key === "" ? [] : key.split(",")), [tiles, key]);
  useEffect(() => () => tiles.show([]), [tiles]);
  return useSyncExternalStore(tiles.subscribe, tiles.snapshot, tiles.snapshot);
}

/** So many are told at a time: their rendering must leave the browser room for the next frame. */
const toldAtOnce = 12;

/** The tiles that one component shows, followed in the cache. */
class ShownTiles {
  private readonly loader: TileLoader;
  private readonly listeners = new Set<() => void>();
  private readonly watches = new Map<string, () => void>();
  private tiles: ReadonlyMap<string, BoardGeneration> = new Map();
  private changed = new Map<string, BoardGeneration | null>();
  private tellingOn: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: ApolloClient) {
    this.loader = tileLoaderOf(client);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): ReadonlyMap<string, BoardGeneration> => this.tiles;

  show(ids: readonly string[]): void {
    const wanted = new Set(ids);
    for (const [id, stop] of this.watches) {
      if (wanted.has(id)) continue;
      stop();
      this.watches.delete(id);
      if (this.tiles.has(id)) this.changed.set(id, null);
    }
    for (const id of wanted) if (!this.watches.has(id)) this.watches.set(id, this.watch(id));
    this.loader.show(this, ids);
    this.tell();
  }

  private watch(id: string): () => void {
    // Nothing is written to tiles before the server has answered, and what is not told that is remembered twice.
    const fragment = {
      ...{ fragment: generationTile, fragmentName: "GenerationTile", optimistic: false },
      from: { __typename: "Generation" as const, id },
    };
    const known = this.loader.tileOf(id);
    if (known) this.changed.set(id, known);
    const subscription = this.client.cache.watchFragment(fragment).subscribe(({ data, complete }) => {
      const tile = complete ? (data as BoardGeneration) : null;
      if ((this.changed.get(id) ?? this.tiles.get(id) ?? null) === tile) return;
      this.changed.set(id, tile);
      queueMicrotask(() => this.tell());
    });
    return () => subscription.unsubscribe();
  }

  private tell() {
    if (this.changed.size === 0) return;
    const tiles = new Map(this.tiles);
    let told = 0;
    for (const [id, tile] of this.changed) {
      if (!tile || !this.watches.has(id)) tiles.delete(id);
      else if (told++ < toldAtOnce) tiles.set(id, tile);
      else continue;
      this.changed.delete(id);
    }
    this.tiles = tiles;
    for (const listener of [...this.listeners]) listener();
    if (this.changed.size > 0)
      this.tellingOn ??= setTimeout(() => {
        this.tellingOn = undefined;
        this.tell();
      });
  }
}
