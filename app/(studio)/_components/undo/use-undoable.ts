import { useCallback } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { useUndoStack } from "./undo-provider";

/**
 * A function for a change that is being made: says what it did once it is made, and takes it back when the message or Ctrl+Z asks for it. Throws what goes
 * wrong with the change.
 */
export function useUndoable() {
  const t = useTranslations("studio.undo");
  const { describeError } = useErrorWords();
  const undoStack = useUndoStack();
  return useCallback(
    async (making: Promise<unknown>, words: string, takeBack: () => Promise<unknown>): Promise<void> => {
      const { undo, isLeft } = undoStack.pushMaking(making, () => takeBack().catch((error) => void toast.error(describeError(error).message)));
      await making;
      if (isLeft()) toast(words, { action: { label: t("undo"), onClick: undo } });
    },
    [t, describeError, undoStack],
  );
}
