"use client";

import { useFragment, useQuery } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { generationTile } from "./gallery/fragments.ts";
import { graphql } from "./generated/index.ts";
import { useRetry } from "./live/use-retry.ts";

const generationQuery = graphql(`
  query Generation($id: UUID!) {
    generation(id: $id) {
      ...GenerationTile
      downloadUrl
      full: thumbnailUrl(width: 2560)
      fileSizeBytes
      frameRate
      sampleRate
      channels
      estimatedCostUsd
      isImported
      costUsd
      madeByGenerator
      regeneratedFromId
      fullText: textContent(maxLength: 100000)
      user {
        id
        displayName
      }
      board {
        id
        title
      }
      inputArtifacts {
        role
        artifactType
        generation {
          ...GenerationTile
        }
      }
      usedBy {
        ...GenerationTile
      }
    }
  }
`);

const hasEnded = (status: string) => status !== "PENDING" && status !== "PROCESSING";

/**
 * Everything about one generation: facts, inputs, and what was made from it. Null when it is not there. `tile` is what the board knows of it
 * already, also without a connection; what cannot be loaded is asked for again.
 */
export function useGeneration(id: string) {
  const { data, loading, error, refetch } = useQuery(generationQuery, { variables: { id }, fetchPolicy: "cache-and-network" });
  const known = useFragment({ fragment: generationTile, fragmentName: "GenerationTile", from: { __typename: "Generation", id } });
  useRetry(!data && error, refetch);
  // The board hears when it ends, and what its tile shows. What else there is to know of it then is asked for.
  const status = data?.generation?.status;
  const loadedAs = useRef(status);
  useEffect(() => {
    if (status && loadedAs.current && status !== loadedAs.current && hasEnded(status)) void refetch();
    loadedAs.current = status;
  }, [status, refetch]);
  return { generation: data?.generation, tile: known.complete ? known.data : null, isLoading: loading && !data, error };
}
