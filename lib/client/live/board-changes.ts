import type { ApolloClient } from "@apollo/client";
import { GenerationResultFragmentDoc, GenerationTileFragmentDoc } from "../generated/graphql.ts";
import { graphql } from "../generated/index.ts";
import { addToBoard, firstPageOf } from "./board-list.ts";
import type { BoardEvent, BoardSnapshot, GenerationResult, GenerationState } from "./messages.ts";
import { waitToRetry } from "./wait-to-retry.ts";

const generationsQuery = graphql(`
  query ChangedGenerations($ids: [UUID!]!) {
    generations(ids: $ids) {
      ...GenerationTile
    }
  }
`);

const batchSize = 100;
/** What is new within this time is asked for together. */
const gatherMs = 20;
/** A snapshot that holds fewer holds the whole board. */
const snapshotSize = 100;

/** Brings what happens on a board into the cache. What an event does not hold is asked for in one query, again and again until it is there. */
export class BoardChanges {
  private readonly wanted = new Set<string>();
  /** What has left the board, for answers that were on their way when it did. */
  private readonly removed = new Set<string>();
  private readonly closing = new AbortController();
  private readonly stopWaiting: () => void;
  private snapshot: BoardSnapshot | undefined;
  private isListed = false;
  private isAsking = false;

  constructor(
    private readonly client: ApolloClient,
    private readonly boardId: string,
  ) {
    // The list answers for most of it: nothing is asked for by name before it is there.
    this.stopWaiting = client.cache.watch({
      ...firstPageOf(boardId),
      optimistic: true,
      immediate: true,
      callback: ({ complete }) => complete && !this.isListed && queueMicrotask(() => this.onListed()),
    });
  }

  apply({ generationId: id, type, result, ...state }: BoardEvent): void {
    if (type === "deleted") this.remove(id);
    else {
      this.removed.delete(id);
      // An event holds what changes, not the whole tile.
      if (type === "created" || (type === "completed" && !result) || !this.tileOf(id)) this.ask(id);
      else this.bring(id, state, result);
    }
  }

  /** Compares the list with where everything stands. */
  compare(snapshot: BoardSnapshot): void {
    this.snapshot = snapshot;
    if (!this.isListed) return;
    const listed = new Set(this.listedIds());
    const told = new Set(snapshot.generations.map(({ id }) => id));
    for (const { id, ...state } of snapshot.generations) {
      const isMissing = !listed.has(id) || (state.status === "completed" && this.tileOf(id)?.status !== "COMPLETED");
      if (isMissing) this.ask(id);
      else this.change(id, state);
    }
    // What is listed and not told has left, unless it is older than all that is told.
    const last = snapshot.generations.at(-1);
    const oldest = snapshot.generations.length < snapshotSize ? "" : last && this.tileOf(last.id)?.createdAt;
    if (oldest !== undefined) for (const id of listed) if (!told.has(id) && (this.tileOf(id)?.createdAt ?? "") > oldest) this.ask(id);
  }

  close(): void {
    this.closing.abort();
    this.stopWaiting();
  }

  private onListed() {
    if (this.isListed) return;
    this.isListed = true;
    this.stopWaiting();
    for (const id of this.removed) this.remove(id);
    if (this.snapshot) this.compare(this.snapshot);
    void this.fetchWanted();
  }

  private ask(id: string) {
    this.wanted.add(id);
    setTimeout(() => void this.fetchWanted(), gatherMs);
  }

  private async fetchWanted(): Promise<void> {
    const { signal } = this.closing;
    if (!this.isListed || this.isAsking) return;
    this.isAsking = true;
    for (let failures = 0; this.wanted.size > 0 && !signal.aborted; ) {
      const ids = [...this.wanted].slice(0, batchSize);
      // Whatever happens to them from here on asks for them once more.
      for (const id of ids) this.wanted.delete(id);
      try {
        // Never shared with a request already under way: that one may answer what was true before the event.
        const options = { fetchPolicy: "network-only", context: { queryDeduplication: false, fetchOptions: { signal } } } as const;
        const { data } = await this.client.query({ query: generationsQuery, variables: { ids }, ...options });
        const found = new Map(data?.generations.map((generation) => [generation.id, generation]));
        for (const id of ids) {
          const generation = found.get(id);
          if (generation?.boardId === this.boardId && !this.removed.has(id)) addToBoard(this.client.cache, this.boardId, generation);
          else this.evict(id);
        }
        failures = 0;
      } catch {
        for (const id of ids) this.wanted.add(id);
        await waitToRetry(failures++, signal);
      }
    }
    this.isAsking = false;
  }

  private remove(id: string) {
    this.wanted.delete(id);
    this.removed.add(id);
    this.evict(id);
  }

  private change(id: string, { status, phase, progress, message, errorCode, errorMessage, startedAt, completedAt }: GenerationState) {
    this.client.cache.modify({
      id: this.keyOf(id),
      fields: {
        status: () => status.toUpperCase(),
        phase: () => phase,
        progress: () => progress,
        progressMessage: () => message,
        errorCode: () => errorCode,
        errorMessage: () => errorMessage,
        // An older server does not tell them.
        startedAt: (known) => startedAt ?? known,
        completedAt: (known) => completedAt ?? known,
      },
    });
  }

  private bring(id: string, state: GenerationState, result: GenerationResult | undefined) {
    const { cache } = this.client;
    // One change, so that nobody sees a half of it.
    cache.batch({
      update: () => {
        this.change(id, state);
        if (!result) return;
        this.finish(id, result);
        addToBoard(cache, this.boardId, { id });
      },
    });
  }

  private finish(id: string, { thumbnailUrls, ...result }: GenerationResult) {
    const data = {
      __typename: "Generation" as const,
      ...result,
      ...{ small: thumbnailUrls[320], medium: thumbnailUrls[640], large: thumbnailUrls[1280] },
    };
    this.client.cache.writeFragment({ id: this.keyOf(id), fragment: GenerationResultFragmentDoc, data });
  }

  private evict(id: string) {
    this.client.cache.evict({ id: this.keyOf(id) });
  }

  private keyOf(id: string) {
    return this.client.cache.identify({ __typename: "Generation", id }) ?? "";
  }

  private tileOf(id: string) {
    return this.client.cache.readFragment({ id: this.keyOf(id), fragment: GenerationTileFragmentDoc, fragmentName: "GenerationTile" });
  }

  private listedIds() {
    return this.client.cache.readQuery(firstPageOf(this.boardId))?.recentGenerations.map(({ id }) => id) ?? [];
  }
}
