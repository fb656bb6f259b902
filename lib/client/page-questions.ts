// Without React, so that server components can import it.
import { InMemoryCache } from "@apollo/client";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { boardQuery } from "./board-query.ts";
import type { BoardGeneration } from "./gallery/fragments.ts";
import { type GalleryFilter, searchOf } from "./gallery/gallery-filter.ts";
import { openingQuery } from "./gallery/gallery-queries.ts";
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

/** The previews of the tiles in an answer to `openingQuestion`, in the gallery's order, at the addresses that the hooks of a page give them. */
export function previewsOf(body: string): Pick<BoardGeneration, "small" | "medium" | "large" | "width" | "height">[] {
  const tiles: BoardGeneration[] = JSON.parse(body).data?.galleryOpening?.generations ?? [];
  const here = (url: string | null | undefined) => (url ? fileAddress("", url) : null);
  return tiles.map(({ small, medium, large, width, height }) => ({ small: here(small), medium: here(medium), large: here(large), width, height }));
}
