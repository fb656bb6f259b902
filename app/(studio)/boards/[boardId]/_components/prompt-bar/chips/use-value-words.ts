import { useTranslations } from "use-intl";
import type { ChipKind } from "./chip-fields";
import { optionWords } from "./ratio";

/** A function that writes the value of a chip: a bare number with its unit. */
export function useValueWords() {
  const t = useTranslations("studio.chip");
  return (kind: ChipKind, value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("automatic");
    const text = String(value);
    const seconds = /^(\d+(?:\.\d+)?)s?$/.exec(text)?.[1];
    if (kind === "duration" && seconds) return t("seconds", { seconds: Number(seconds) });
    if (kind === "count") return t("times", { count: Number(text) });
    return optionWords(text);
  };
}
