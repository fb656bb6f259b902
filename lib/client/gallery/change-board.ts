import type { ApolloClient } from "@apollo/client";
import type { BoardGeneration } from "./fragments.ts";
import { galleriesOf, putOnBoard, takeOffBoard } from "./galleries.ts";
import { rememberOwn } from "./own-generations.ts";
import { tileLoaderOf } from "./tile-loader.ts";

/** Puts what a request of ours has just brought into the cache onto its board. */
export function addToBoard(client: ApolloClient, generation: BoardGeneration): void {
  tileLoaderOf(client).keep(generation.id);
  putOnBoard(client, [generation]);
  rememberOwn(client, generation);
}

/** Takes what has been deleted off its board, and out of the cache. */
export function removeFromBoard(client: ApolloClient, ids: readonly string[]): void {
  // One change, so that what is shown is looked at once.
  client.cache.batch({
    update: () => {
      for (const id of ids) tileLoaderOf(client).forget(id);
    },
  });
  takeOffBoard(client, ids);
}

/** Asks again for all that is shown, when what has changed is more than anyone tells one by one. */
export function reloadBoards(client: ApolloClient): void {
  for (const gallery of galleriesOf(client).all()) gallery.refresh();
  tileLoaderOf(client).refresh();
}

/** Asks again for what galleries show, when the server or the session is back. */
export function refreshBoards(client: ApolloClient): void {
  for (const gallery of galleriesOf(client).all()) gallery.refresh();
  tileLoaderOf(client).resume();
}
