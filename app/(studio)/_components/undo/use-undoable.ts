import { useCallback } from "react";
import type { Action } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { toast } from "@/lib/ui/toast";
import { useUndoStack } from "./undo-provider";

/**
 * A function for a change that is being made: says what it did once it is made, and takes it back when the message or Ctrl+Z asks for it. Throws what goes
 * wrong with the change. `beside` is another thing that the message offers.
 */
export function useUndoable() {
  const t = useTranslations("studio.undo");
  const { describeError } = useErrorWords();
  const undoStack = useUndoStack();
  return useCallback(
    async <Made>(making: Promise<Made>, words: string, takeBack: (made: Made) => Promise<unknown>, beside?: Action): Promise<void> => {
      const { undo, isLeft, onTaken } = undoStack.pushMaking(making, (made) =>
        takeBack(made).catch((error) => void toast.error(describeError(error).message)),
      );
      await making;
      if (!isLeft()) return;
      const shown = toast(words, { action: { label: t("undo"), onClick: undo }, ...(beside ? { cancel: beside } : {}) });
      onTaken(() => toast.dismiss(shown));
    },
    [t, describeError, undoStack],
  );
}
