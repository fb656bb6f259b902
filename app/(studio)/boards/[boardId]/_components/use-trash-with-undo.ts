import { useTrash } from "@boards/client";
import { useCallback } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";

/** A function that moves results to the trash and offers to bring them back; true once they are there, false when the server said why not. */
export function useTrashWithUndo(): (ids: readonly string[]) => Promise<boolean> {
  const t = useTranslations("studio.gallery");
  const { describeError } = useErrorWords();
  const { trash, restore } = useTrash();
  return useCallback(
    async (ids: readonly string[]) => {
      const fail = (error: unknown) => void toast.error(describeError(error).message);
      try {
        await trash(ids);
      } catch (error) {
        fail(error);
        return false;
      }
      toast(t("trashed", { count: ids.length }), { action: { label: t("undo"), onClick: () => void restore(ids).catch(fail) } });
      return true;
    },
    [trash, restore, describeError, t],
  );
}
