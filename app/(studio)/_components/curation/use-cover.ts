import { type BoardGeneration, useBoardCover, useSetBoardCover } from "@boards/client";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { toast } from "@/lib/ui/toast";
import { useUndoable } from "../undo/use-undoable";

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
  const undoable = useUndoable();
  const { chosenId, mayChoose } = useBoardCover(boardId);
  const setCover = useSetBoardCover();
  if (!mayChoose || status !== "COMPLETED" || !small) return null;
  const isChosen = chosenId === id;
  const toggle = () =>
    void undoable(setCover(boardId, isChosen ? null : id), t(isChosen ? "removed" : "chosen"), () => setCover(boardId, chosenId)).catch((error) =>
      toast.error(describeError(error).message),
    );
  return { isChosen, toggle };
}
