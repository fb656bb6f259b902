"use client";

import { type ApolloClient, makeVar, type ReactiveVar } from "@apollo/client";
import { useApolloClient, useReactiveVar } from "@apollo/client/react";
import { useMemo } from "react";
import type { BoardGeneration } from "./fragments.ts";

/** A generation that was asked for here. */
export type OwnGeneration = Pick<BoardGeneration, "id" | "boardId" | "batchId" | "artifactType">;

const mostKept = 200;
const asked = new WeakMap<ApolloClient, ReactiveVar<readonly OwnGeneration[]>>();

function ownOf(client: ApolloClient): ReactiveVar<readonly OwnGeneration[]> {
  const known = asked.get(client) ?? makeVar<readonly OwnGeneration[]>([]);
  asked.set(client, known);
  return known;
}

/** Remembers that a generation was asked for here, for as long as the page is open. */
export function rememberOwn(client: ApolloClient, { id, boardId, batchId, artifactType }: OwnGeneration) {
  const own = ownOf(client);
  own([...own(), { id, boardId, batchId, artifactType }].slice(-mostKept));
}

/** What was asked for on a board in this tab, the newest last: what someone waits for, among all that happens there. Nothing without a board. */
export function useOwnGenerations(boardId: string | null): readonly OwnGeneration[] {
  const own = useReactiveVar(ownOf(useApolloClient()));
  return useMemo(() => own.filter((generation) => generation.boardId === boardId), [own, boardId]);
}
