"use client";

import { useApolloClient } from "@apollo/client/react";
import { startTransition, useEffect, useState } from "react";
import { type GeneratorListState, generatorListOf } from "./generator-list.ts";
import { useRetry } from "./live/use-retry.ts";
import { whenIdle } from "./server/when-idle.ts";

/** Every generator, with its inputs as form fields. The list is long: where it is not urgent, it is asked for after what is to be shown first. */
export function useGenerators({ isUrgent = true }: { isUrgent?: boolean } = {}): GeneratorListState {
  const list = generatorListOf(useApolloClient());
  const [state, setState] = useState(list.state);
  // What shows the list is many: it is rendered in pieces, between which others have their turn.
  useEffect(() => list.watch(() => startTransition(() => setState(list.state))), [list]);
  useEffect(() => {
    if (!isUrgent) return whenIdle(list.load);
    void list.load();
  }, [list, isUrgent]);
  useRetry(state.error, list.load);
  return state;
}
