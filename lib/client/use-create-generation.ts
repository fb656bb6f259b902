"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { v4 as uuid } from "uuid";
import { addToBoard } from "./gallery/change-board.ts";
import type { ArtifactType } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const createGenerationMutation = graphql(`
  mutation CreateGeneration($input: CreateGenerationInput!) {
    createGeneration(input: $input) {
      ...GenerationTile
    }
  }
`);

/** `create(…)` asks for a generation and puts its tile onto the board. Each call has its own key, so that a repeated request makes one. */
export function useCreateGeneration(boardId: string) {
  const client = useApolloClient();
  const [mutate, { loading }] = useMutation(createGenerationMutation);
  const create = (generator: { name: string; artifactType: string }, inputParams: Record<string, unknown>) =>
    mutate({
      variables: {
        input: {
          boardId,
          generatorName: generator.name,
          artifactType: generator.artifactType as ArtifactType,
          inputParams,
          idempotencyKey: uuid(),
        },
      },
      update: (_cache, { data }) => data && addToBoard(client, data.createGeneration),
    });
  return { create, isCreating: loading };
}
