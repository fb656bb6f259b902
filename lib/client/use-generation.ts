"use client";

import { useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const generationQuery = graphql(`
  query Generation($id: UUID!) {
    generation(id: $id) {
      ...GenerationTile
      mimeType
      full: thumbnailUrl(width: 2560)
      fileSizeBytes
      frameRate
      sampleRate
      channels
      estimatedCostUsd
      costUsd
      madeByGenerator
      regeneratedFromId
      fullText: textContent(maxLength: 100000)
      user {
        id
        displayName
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

/** Everything about one generation: facts, inputs, and what was made from it. Null when it is not there. */
export function useGeneration(id: string) {
  const { data, loading, error } = useQuery(generationQuery, { variables: { id }, fetchPolicy: "cache-and-network" });
  return { generation: data?.generation, isLoading: loading && !data, error };
}
