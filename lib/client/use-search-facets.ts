"use client";

import { useQuery } from "@apollo/client/react";
import { type GalleryFilter, searchOf } from "./gallery/gallery-filter.ts";
import type { SearchFacetsQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const facetsQuery = graphql(`
  query SearchFacets($search: GenerationSearchInput!) {
    searchGenerations(input: $search, first: 1) {
      facets {
        isComplete
        totalCount
        generators {
          ...Facet
        }
        providers {
          ...Facet
        }
        artifactTypes {
          ...Facet
        }
        statuses {
          ...Facet
        }
        tags {
          ...Facet
        }
        authors {
          ...Facet
        }
        months {
          ...Facet
        }
        ratings {
          ...Facet
        }
        starredCount
        withChildrenCount
        simulatedCount
      }
    }
  }
`);

graphql(`
  fragment Facet on FacetCount {
    value
    label
    count
  }
`);

/** How many of what a search finds have each value. `isComplete` is false where it finds more than is counted: each count is a minimum then. */
export type SearchFacets = SearchFacetsQuery["searchGenerations"]["facets"];

/** The counts for a filter, on a board or, with null, on all boards of the viewer; undefined until they are there. */
export function useSearchFacets(boardId: string | null, filter: GalleryFilter, isSkipped = false): SearchFacets | undefined {
  const { data, previousData } = useQuery(facetsQuery, {
    variables: { search: searchOf(boardId, filter) },
    skip: isSkipped,
    fetchPolicy: "cache-and-network",
  });
  return (data ?? previousData)?.searchGenerations.facets;
}
