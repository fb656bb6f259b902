"use client";

import { useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const inputArtifactsQuery = graphql(`
  query InputArtifacts($id: UUID!) {
    generation(id: $id) {
      id
      inputArtifacts {
        role
        artifactType
        generation {
          id
          artifactType
          small: thumbnailUrl(width: 320)
        }
      }
    }
  }
`);

/** What a generation was made from. */
export function useInputArtifacts(id: string) {
  const { data, loading, error } = useQuery(inputArtifactsQuery, { variables: { id } });
  return { inputs: data?.generation?.inputArtifacts ?? [], isLoading: loading && !data, error };
}
