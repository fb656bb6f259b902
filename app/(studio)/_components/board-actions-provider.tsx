"use client";

import { type BoardGeneration, type GeneratorForm, useDownloads, useGenerationActions, useViewer } from "@boards/client";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { AddKeyDialog } from "@/app/_components/add-key-dialog";
import { useErrorWords } from "@/app/_components/describe-error";
import { toast } from "@/lib/ui/toast";
import { type BoardActions, BoardActionsContext, type BoardCallbacks, CancelingContext } from "./board-actions";
import { useCuration } from "./curation/curation";
import { otherProviderOf } from "./tile/next-steps";
import { RunningFactsProvider } from "./tile/running-facts";
import { TileMenu } from "./tile/tile-menu";

interface BoardActionsProviderProps extends BoardCallbacks {
  generators: GeneratorForm[];
  mayGenerate: boolean;
  mayExport: boolean;
  leadsToBoards?: boolean;
  children: ReactNode;
}

/** Gives the tiles below it what can be done with them, and holds the one menu that they share. */
export function BoardActionsProvider({
  generators,
  mayGenerate,
  mayExport,
  leadsToBoards = false,
  children,
  ...callbacks
}: BoardActionsProviderProps) {
  const { describeError } = useErrorWords();
  const [menu, setMenu] = useState<{ generation: BoardGeneration; anchor: HTMLElement } | null>(null);
  const [keyOf, setKeyOf] = useState<string | null>(null);
  const [canceling, setCanceling] = useState<ReadonlySet<string>>(() => new Set());
  const { isAdmin, viewer } = useViewer();
  const isSignedIn = viewer !== null;
  const generations = useGenerationActions();
  const { downloadUrlOf } = useDownloads();
  const { trash } = useCuration();
  const attempt = (work: Promise<unknown>) => void work.catch((error) => toast.error(describeError(error).message));
  const cancel = (id: string) => {
    if (canceling.has(id)) return;
    setCanceling((all) => new Set([...all, id]));
    attempt(generations.cancel(id).finally(() => setCanceling((all) => new Set([...all].filter((each) => each !== id)))));
  };
  const latest = useRef({ ...callbacks, ...generations, downloadUrlOf, cancel, trash, attempt });
  useLayoutEffect(() => {
    latest.current = { ...callbacks, ...generations, downloadUrlOf, cancel, trash, attempt };
  });
  const actions = useMemo<BoardActions>(
    () => ({
      mayGenerate,
      mayExport,
      isSignedIn,
      leadsToBoards,
      keylessProvider: (name) => generators.find((each) => each.name === name && each.unavailableReason !== null)?.provider ?? null,
      addKey: isAdmin ? setKeyOf : null,
      otherProvider: (name) => otherProviderOf(name, generators),
      view: (id) => latest.current.view(id),
      use: (generation) => latest.current.use(generation),
      reuse: (generation) => latest.current.reuse(generation),
      cancel: (id) => latest.current.cancel(id),
      retry: (id) => latest.current.attempt(latest.current.retry(id)),
      regenerate: (id) => latest.current.attempt(latest.current.regenerate(id)),
      download: (id) => latest.current.attempt(latest.current.downloadUrlOf(id).then((url) => url && window.location.assign(url))),
      saveFrame: (id, position) => latest.current.attempt(latest.current.saveFrame(id, position)),
      trash: (id) => void latest.current.trash({ ids: [id] }),
      openMenu: (generation, anchor) => setMenu({ generation, anchor }),
    }),
    [mayGenerate, mayExport, isSignedIn, leadsToBoards, isAdmin, generators],
  );
  return (
    <BoardActionsContext value={actions}>
      <CancelingContext value={canceling}>
        <RunningFactsProvider>{children}</RunningFactsProvider>
      </CancelingContext>
      {menu && <TileMenu generation={menu.generation} anchor={menu.anchor} onClose={() => setMenu(null)} />}
      {keyOf && <AddKeyDialog providerName={keyOf} onClose={() => setKeyOf(null)} />}
    </BoardActionsContext>
  );
}
