"use client";

import { type BoardGeneration, useGenerationActions } from "@boards/client";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { type BoardActions, BoardActionsContext, type BoardCallbacks } from "./board-actions";
import { TileMenu } from "./tile/tile-menu";

interface BoardActionsProviderProps extends BoardCallbacks {
  mayGenerate: boolean;
  children: ReactNode;
}

/** Gives the tiles below it what can be done with them, and holds the one menu and the one question that they share. */
export function BoardActionsProvider({ mayGenerate, children, ...callbacks }: BoardActionsProviderProps) {
  const t = useTranslations("studio.tile");
  const { describeError } = useErrorWords();
  const [menu, setMenu] = useState<{ generation: BoardGeneration; anchor: HTMLElement } | null>(null);
  const [removedId, setRemovedId] = useState<string | null>(null);
  const generations = useGenerationActions();
  const attempt = (work: Promise<unknown>) => void work.catch((error) => toast.error(describeError(error).message));
  const latest = useRef({ ...callbacks, ...generations, attempt });
  useLayoutEffect(() => {
    latest.current = { ...callbacks, ...generations, attempt };
  });
  const actions = useMemo<BoardActions>(
    () => ({
      mayGenerate,
      view: (id) => latest.current.view(id),
      use: (generation) => latest.current.use(generation),
      reuse: (generation) => latest.current.reuse(generation),
      cancel: (id) => latest.current.attempt(latest.current.cancel(id)),
      retry: (id) => latest.current.attempt(latest.current.retry(id)),
      regenerate: (id) => latest.current.attempt(latest.current.regenerate(id)),
      remove: setRemovedId,
      openMenu: (generation, anchor) => setMenu({ generation, anchor }),
    }),
    [mayGenerate],
  );
  return (
    <BoardActionsContext value={actions}>
      {children}
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
