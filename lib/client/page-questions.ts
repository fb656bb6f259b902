// Without React, so that server components can import it.
import { InMemoryCache } from "@apollo/client";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { boardQuery } from "./board-query.ts";
import { dayFormatOf } from "./gallery/day-format.ts";
import type { BoardGeneration } from "./gallery/fragments.ts";
import { type GalleryFilter, searchOf } from "./gallery/gallery-filter.ts";
import { type GalleryItem, itemOf } from "./gallery/gallery-item.ts";
import { openingQuery } from "./gallery/gallery-queries.ts";
import { newestFirst } from "./gallery/newest-first.ts";
import { putItem, type Stretch } from "./gallery/stretches.ts";
import type { GallerySort } from "./gallery/use-gallery.ts";
import { fileAddress } from "./server/file-address.ts";
import { type PageQuestion, questionKey } from "./server/page-answers.ts";
import { viewerQuery } from "./viewer-query.ts";

// The cache of the hooks asks for the names of types, too.
const cache = new InMemoryCache();

function questionOf<Variables extends object>(query: TypedDocumentNode<unknown, Variables>, variables: Variables): PageQuestion {
  const document = cache.transformDocument(query);
  const [operationName = ""] = document.definitions.flatMap((each) => (each.kind === "OperationDefinition" ? (each.name?.value ?? "") : []));
  return { key: questionKey(operationName, variables), body: JSON.stringify({ operationName, variables, query: print(document) }) };
}

/** What `useViewer` asks. */
export const viewerQuestion = (): PageQuestion => questionOf(viewerQuery, {});

/** What `useBoard` asks. */
export const boardQuestion = (id: string): PageQuestion => questionOf(boardQuery, { id });

/** What `useGallery` asks first. */
export const openingQuestion = (boardId: string, filter: GalleryFilter, sort: GallerySort): PageQuestion =>
  questionOf(openingQuery, { search: searchOf(boardId, filter), isOldestFirst: sort === "OLDEST" });

/** A tile that a page shows before its hooks have asked. */
export interface OpeningTile extends Pick<BoardGeneration, "id" | "small" | "medium" | "large" | "placeholder"> {
  /** Width / height; 1 where it is not known. */
  ratio: number;
}

/** A day of what a gallery opens with. */
export interface OpeningDay {
  /** yyyy-mm-dd */
  day: string;
  tiles: OpeningTile[];
}

/** The first `most` tiles in an answer to `openingQuestion`, in the order and at the addresses that `useGallery` gives them; days are those of `timeZone`. */
export function openingDaysOf(body: string, sort: GallerySort, timeZone: string, most: number): OpeningDay[] {
  const told: BoardGeneration[] = JSON.parse(body).data?.galleryOpening?.generations ?? [];
  const tiles = new Map(told.slice(0, most).map((tile) => [tile.id, tile]));
  const format = dayFormatOf(timeZone);
  const stretches = [...tiles.values()].map(itemOf).reduce<Stretch[]>((all, item) => putItem(all, item, format.format(new Date(item.createdAt))), []);
  const here = (url: string | null | undefined) => (url ? fileAddress("", url) : null);
  const openingTile = ({ id, ratio }: GalleryItem): OpeningTile => {
    const { small, medium, large, placeholder } = tiles.get(id) ?? {};
    return { id, ratio, small: here(small), medium: here(medium), large: here(large), placeholder: placeholder ?? null };
  };
  const inOrder = sort === "NEWEST" ? stretches.reverse() : stretches;
  return inOrder.map(({ day, items = [] }) => ({ day, tiles: (sort === "NEWEST" ? newestFirst(items) : items).map(openingTile) }));
}
