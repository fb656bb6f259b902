import type { KeyTest } from "@boards/client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/lib/ui/toast";

/** Tells that a key was saved, and whether it works: a provider that couldn't be asked, or wasn't, is not called ready. */
export function useSavedKeyToast() {
  const t = useTranslations("app.addKey");
  return useCallback(
    (title: string, test: KeyTest | null) => {
      if (test === null) toast(t("saved.untested", { title }));
      else if (test.state === "WORKS" || test.state === "REFUSED") toast.success(t("saved.WORKS", { title }));
      else toast.warning(t(`saved.${test.state}`, { problem: test.message ?? title }));
    },
    [t],
  );
}
