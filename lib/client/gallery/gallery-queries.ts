import type { GalleryItemsQuery, GallerySectionsQuery } from "../generated/graphql.ts";
import { graphql } from "../generated/index.ts";
import type { GalleryItem } from "./gallery-item.ts";
import type { Stretch } from "./stretches.ts";

/** Where a gallery begins: enough to fill a screen, before the index is there. */
export const openingQuery = graphql(`
  query GalleryOpening($search: GenerationSearchInput!, $isOldestFirst: Boolean!) {
    galleryOpening(search: $search, isOldestFirst: $isOldestFirst) {
      generations {
        ...GenerationTile
      }
      hasMore
      eventNumber
    }
  }
`);

/** The index of a gallery. */
export const sectionsQuery = graphql(`
  query GallerySections($search: GenerationSearchInput!, $timeZone: String!) {
    gallerySections(search: $search, timeZone: $timeZone) {
      starts
      ends
      days
      counts
      ratioSums
      totalCount
      eventNumber
    }
  }
`);

/** One page of a gallery: all of a section. */
export const itemsQuery = graphql(`
  query GalleryItems($search: GenerationSearchInput!, $start: String!, $end: String!) {
    galleryItems(search: $search, start: $start, end: $end) {
      ids
      ratios
      artifactTypes
      statuses
      placeholders
      batchIds
      batchIndexes
      batchSizes
      createdAt
      hasMore
    }
  }
`);

/** Which of these a gallery still holds. */
export const idsQuery = graphql(`
  query GalleryIds($search: GenerationSearchInput!, $ids: [UUID!]!) {
    galleryIds(search: $search, ids: $ids)
  }
`);

/** So many are asked about at once. */
export const mostAskedAbout = 1000;

/** The sections that were told, oldest first. */
export function stretchesOf(told: NonNullable<GallerySectionsQuery["gallerySections"]>): Stretch[] {
  return told.starts
    .map((start, place) => {
      const column = { end: told.ends[place] ?? start, day: told.days[place] ?? "" };
      return { key: start, start, ...column, count: told.counts[place] ?? 0, ratioSum: told.ratioSums[place] ?? 0, items: undefined, isStale: false };
    })
    .reverse();
}

/** The rows of a page. */
export function itemsOf(page: NonNullable<GalleryItemsQuery["galleryItems"]>): GalleryItem[] {
  return page.ids.map((id, place) => ({
    id,
    ratio: page.ratios[place] ?? 1,
    artifactType: page.artifactTypes[place] ?? "IMAGE",
    status: page.statuses[place] ?? "COMPLETED",
    placeholder: page.placeholders[place] ?? null,
    batchId: page.batchIds[place] ?? id,
    batchIndex: page.batchIndexes[place] ?? 0,
    batchSize: page.batchSizes[place] ?? 1,
    createdAt: new Date(page.createdAt[place] ?? 0).toISOString(),
  }));
}
