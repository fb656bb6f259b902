import type { ApolloClient, ObservableQuery } from "@apollo/client";
import { generationResult } from "../gallery/fragments.ts";
import { galleriesOf } from "../gallery/galleries.ts";
import { ratioOf } from "../gallery/gallery-item.ts";
import { tileLoaderOf } from "../gallery/tile-loader.ts";
import type { FindArtifactsQuery, FindArtifactsQueryVariables, GenerationStatus } from "../generated/graphql.ts";
import type { BoardEvent, BoardSnapshot, GenerationResult, GenerationState } from "./messages.ts";

/** What comes or goes within this time after something else did is shown together with it: a bulk job tells thousands of events a second. */
const gatheredMs = 50;
/** More than so many that come without a pause, as from the trash, are not asked for one by one: most of them nobody looks at. */
const mostAsked = 500;
const pauseMs = 2000;
/** What is finished within this time is looked for together. */
export const foundMs = 300;

/** Brings what happens on a board into the cache and into its galleries. What an event does not hold is asked for, once for many events. */
export class BoardChanges {
  private readonly gone = new Set<string>();
  private readonly come = new Set<string>();
  /** How many have come since the last pause, and when the last of them did. */
  private run = { count: 0, at: 0 };
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private finding: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: ApolloClient,
    private readonly boardId: string,
  ) {}

  apply({ generationId: id, number, type, result, ...state }: BoardEvent): void {
    const loader = tileLoaderOf(this.client);
    const galleries = this.galleries();
    for (const gallery of galleries) gallery.noteEvent(number);
    if (type === "completed") this.findSoon();
    // An event holds what changes, not the whole tile. Those that nobody shows are asked for when someone does.
    if (type === "deleted" || type === "created" || (type === "completed" && !result)) {
      const [to, from] = type === "deleted" ? [this.gone, this.come] : [this.come, this.gone];
      from.delete(id);
      to.add(id);
      this.gather();
      return;
    }
    if (this.gone.has(id) || this.come.has(id)) this.showGathered();
    loader.askAgain(id);
    if (loader.tileOf(id)) this.bring(id, state, result);
    const status = state.status.toUpperCase() as GenerationStatus;
    for (const gallery of galleries) gallery.change(id, { status, ...(result && shapeOf(result)) });
  }

  /** Compares what is known with where everything stands. */
  compare({ number, generations }: BoardSnapshot): void {
    const loader = tileLoaderOf(this.client);
    const galleries = this.galleries();
    for (const gallery of galleries) gallery.noteStart(number);
    // One change of the cache, so that what is shown is looked at once.
    this.client.cache.batch({
      update: () => {
        for (const { id, ...state } of generations) {
          const tile = loader.tileOf(id);
          loader.askAgain(id);
          if (state.status === "completed" && tile?.status !== "COMPLETED") {
            if (tile) loader.ask(id);
          } else if (tile) this.change(id, state);
        }
      },
    });
    this.findSoon();
    for (const gallery of galleries)
      for (const { id, status } of generations) gallery.change(id, { status: status.toUpperCase() as GenerationStatus });
  }

  /** Shows the first of what comes and goes at once, and what follows closely together. */
  private gather() {
    if (this.gathering) return;
    this.showGathered();
    this.gathering = setTimeout(() => {
      this.gathering = undefined;
      if (this.gone.size + this.come.size > 0) this.gather();
    }, gatheredMs);
  }

  /** Where someone picks an artifact, what was finished meanwhile is offered, too; who has gone on to further pages keeps their place. */
  private findSoon() {
    this.finding ??= setTimeout(() => {
      this.finding = undefined;
      const picking = [...this.client.getObservableQueries("active")].filter(({ queryName }) => queryName === "FindArtifacts");
      // An answer that is on its way may tell what was true before, and would be taken for this one's.
      if (picking.some((query) => query.getCurrentResult().loading)) this.findSoon();
      // What fails is said where one picks: the query tells it there.
      else for (const query of picking.filter(isOnFirstPage)) query.refetch().catch(() => undefined);
    }, foundMs);
  }

  private showGathered() {
    const loader = tileLoaderOf(this.client);
    const gone = new Set(this.gone);
    this.gone.clear();
    // One change of the cache, so that what is shown is looked at once.
    this.client.cache.batch({
      update: () => {
        for (const id of gone) loader.forget(id);
      },
    });
    if (gone.size > 0) for (const gallery of this.galleries()) gallery.remove(gone);
    if (this.come.size === 0) return;
    if (this.cameSincePause() > mostAsked) for (const gallery of this.galleries()) gallery.doubtAll();
    else for (const id of this.come) loader.ask(id);
    this.come.clear();
  }

  private cameSincePause(): number {
    const now = Date.now();
    const earlier = now - this.run.at < pauseMs ? this.run.count : 0;
    this.run = { count: earlier + this.come.size, at: now };
    return this.run.count;
  }

  private galleries() {
    return galleriesOf(this.client).ofBoard(this.boardId);
  }

  private change(id: string, { status, phase, progress, message, errorCode, errorMessage, startedAt, completedAt }: GenerationState) {
    this.client.cache.modify({
      id: tileLoaderOf(this.client).keyOf(id),
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
    // One change, so that nobody sees a half of it.
    this.client.cache.batch({
      update: () => {
        this.change(id, state);
        if (result) this.finish(id, result);
      },
    });
  }

  private finish(id: string, { thumbnailUrls, ...result }: GenerationResult) {
    const data = {
      __typename: "Generation" as const,
      ...result,
      ...{ small: thumbnailUrls[320], medium: thumbnailUrls[640], large: thumbnailUrls[1280] },
    };
    this.client.cache.writeFragment({ id: tileLoaderOf(this.client).keyOf(id), fragment: generationResult, data });
    tileLoaderOf(this.client).keep(id);
  }
}

const isOnFirstPage = (query: ObservableQuery<unknown>) => {
  const { variables } = query;
  const found = (query.getCurrentResult().data as FindArtifactsQuery | undefined)?.searchGenerations.nodes ?? [];
  return found.length <= (variables as unknown as FindArtifactsQueryVariables).first;
};

function shapeOf({ width, height, placeholder }: GenerationResult) {
  const ratio = ratioOf(width, height);
  return { placeholder, ...(ratio === undefined ? {} : { ratio }) };
}
