"use client";

import { useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const previewQuery = graphql(`
  query GenerationPreview($id: UUID!) {
    generation(id: $id) {
      id
      inputParams
      small: thumbnailUrl(width: 320)
    }
  }
`);

/** What names a generation, and its smallest preview, to show that it is meant; null where it is gone, undefined until that is known, or for a null id. */
export function useGenerationPreview(id: string | null) {
  const { data } = useQuery(previewQuery, { variables: { id: id ?? "" }, skip: !id });
  return id ? data?.generation : undefined;
}
