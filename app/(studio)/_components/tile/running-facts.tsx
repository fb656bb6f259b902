"use client";

import { type RunningFacts, useRunningFacts } from "@boards/client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

/** Says that a running tile is shown; answers what says that it no longer is. */
type Watch = (id: string) => () => void;

const Watching = createContext<Watch>(() => () => undefined);
const Facts = createContext<ReadonlyMap<string, RunningFacts>>(new Map());

/** Asks for the place in the queue and the expected time of all running tiles below it together. */
export function RunningFactsProvider({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const watch = useCallback<Watch>((id) => {
    setIds((all) => (all.includes(id) ? all : [...all, id]));
    return () => setIds((all) => all.filter((each) => each !== id));
  }, []);
  const facts = useRunningFacts(ids);
  return (
    <Watching value={watch}>
      <Facts value={facts}>{children}</Facts>
    </Watching>
  );
}

/** What is known of a running generation beside its events; undefined until it was asked for. */
export function useFactsWhileRunning(id: string): RunningFacts | undefined {
  const watch = useContext(Watching);
  useEffect(() => watch(id), [watch, id]);
  return useContext(Facts).get(id);
}
