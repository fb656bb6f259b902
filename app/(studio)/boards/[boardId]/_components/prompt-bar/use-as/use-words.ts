import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { type Use, verbOf } from "./use-as";

/** A function that says what an artifact would be used as: “First frame of Veo 3.1”, “Upscale with Clarity Upscaler”, “Input of Collage”. */
export function useUseWords() {
  const t = useTranslations("studio.useAs");
  return useCallback(
    (use: Use): string => {
      const verb = verbOf(use);
      const generator = use.generator.title;
      return verb ? t(`verbs.${verb}`, { generator }) : t("slotOf", { slot: use.slot.title, generator });
    },
    [t],
  );
}
