import { type BoardGeneration, useBoardCover, useSetBoardCover } from "@boards/client";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { useUndoStack } from "../undo/undo-provider";

interface Cover {
  /** Whether the result is the cover now. */
  isChosen: boolean;
  /** Makes it the cover, or its board one without; taken back by the message or Ctrl+Z. */
  toggle: () => void;
}

/** A result as the cover of its board; null for what no cover can show, and for those who may not choose. */
export function useCover({ id, boardId, status, small }: BoardGeneration): Cover | null {
  const t = useTranslations("studio.cover");
  const { describeError } = useErrorWords();
  const undoStack = useUndoStack();
  const { chosenId, mayChoose } = useBoardCover(boardId);
  const setCover = useSetBoardCover();
  if (!mayChoose || status !== "COMPLETED" || !small) return null;
  const isChosen = chosenId === id;
  const fail = (error: unknown) => void toast.error(describeError(error).message);
  const change = async () => {
    const making = setCover(boardId, isChosen ? null : id);
    const { undo, isLeft } = undoStack.pushMaking(making, () => setCover(boardId, chosenId).catch(fail));
    await making;
    if (isLeft()) toast(t(isChosen ? "removed" : "chosen"), { action: { label: t("undo"), onClick: undo } });
  };
  return { isChosen, toggle: () => void change().catch(fail) };
}
