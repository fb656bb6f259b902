import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { type Use, verbOf } from "./use-as";

type UseWords = ReturnType<typeof useTranslations<"studio.useAs">>;

/** What an artifact would be used as: “First frame of Veo 3.1”, “Upscale with Clarity Upscaler”, “Input of Collage”. */
export function describeUse(t: UseWords, use: Use): string {
  const verb = verbOf(use);
  const generator = use.generator.title;
  if (!verb) return t("slotOf", { slot: use.slot.title, generator });
  const said = t(`verbs.${verb}`, { generator });
  // “Upscale (your server)” is a verb itself.
  return firstWordOf(said) === firstWordOf(generator) ? generator : said;
}

const firstWordOf = (text: string) => text.split(" ", 1)[0];

/** A function that says it in the language of the page. */
export function useUseWords() {
  const t = useTranslations("studio.useAs");
  return useCallback((use: Use) => describeUse(t, use), [t]);
}
