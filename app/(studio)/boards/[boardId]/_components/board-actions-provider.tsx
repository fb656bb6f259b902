"use client";

import { type BoardGeneration, type GeneratorForm, useGenerationActions, useViewer } from "@boards/client";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { type BoardActions, BoardActionsContext, type BoardCallbacks } from "./board-actions";
import { otherProviderOf } from "./tile/next-steps";
import { RunningFactsProvider } from "./tile/running-facts";
import { TileMenu } from "./tile/tile-menu";

interface BoardActionsProviderProps extends BoardCallbacks {
  generators: GeneratorForm[];
  mayGenerate: boolean;
  children: ReactNode;
}

/** Gives the tiles below it what can be done with them, and holds the one menu and the one question that they share. */
export function BoardActionsProvider({ generators, mayGenerate, children, ...callbacks }: BoardActionsProviderProps) {
  const t = useTranslations("studio.tile");
  const { describeError } = useErrorWords();
  const [menu, setMenu] = useState<{ generation: BoardGeneration; anchor: HTMLElement } | null>(null);
  const [removedId, setRemovedId] = useState<string | null>(null);
  const { isAdmin } = useViewer();
  const generations = useGenerationActions();
  const attempt = (work: Promise<unknown>) => void work.catch((error) => toast.error(describeError(error).message));
  const latest = useRef({ ...callbacks, ...generations, attempt });
  useLayoutEffect(() => {
    latest.current = { ...callbacks, ...generations, attempt };
  });
  const actions = useMemo<BoardActions>(
    () => ({
      mayGenerate,
      isAdmin,
      otherProvider: (name) => otherProviderOf(name, generators),
      view: (id) => latest.current.view(id),
      use: (generation) => latest.current.use(generation),
      reuse: (generation) => latest.current.reuse(generation),
      cancel: (id) => latest.current.attempt(latest.current.cancel(id)),
      retry: (id) => latest.current.attempt(latest.current.retry(id)),
      regenerate: (id) => latest.current.attempt(latest.current.regenerate(id)),
      remove: setRemovedId,
      openMenu: (generation, anchor) => setMenu({ generation, anchor }),
    }),
    [mayGenerate, isAdmin, generators],
  );
  return (
    <BoardActionsContext value={actions}>
      <RunningFactsProvider>{children}</RunningFactsProvider>
      {menu && <TileMenu generation={menu.generation} anchor={menu.anchor} onClose={() => setMenu(null)} />}
      <ConfirmDialog
        title={t("deleteTitle")}
        description={t("deleteText")}
        action={t("deleteAction")}
        isOpen={removedId !== null}
        onConfirm={() => removedId && attempt(generations.remove(removedId))}
        onClose={() => setRemovedId(null)}
      />
    </BoardActionsContext>
  );
}
