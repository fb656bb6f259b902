"use client";

import type { GeneratorForm } from "@boards/client";
import { useContext } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/lib/ui/toast";
import type { SelectionInputs } from "../../../../../_components/gallery/selection-inputs";
import { useCaption } from "../../../../../_components/tile/describe-generation";
import { focusPrompt } from "../focus-field";
import { PromptContext } from "../prompt-context";
import { placeInputs } from "./place-inputs";

/** So many of those that found no room are named. */
const mostNamed = 3;

/** Puts results into the inputs of the chosen generator. */
export function useInputs(generator: GeneratorForm | null | undefined): SelectionInputs | null {
  const t = useTranslations("studio.useAs");
  const captionOf = useCaption();
  const context = useContext(PromptContext);
  if (!context || !generator) return null;
  const { store, clearError } = context;
  return {
    reasonAgainst: (generations) =>
      placeInputs(store.get(), generator, generations).placed.length === 0 ? t("noneFits", { generator: generator.title }) : undefined,
    add: (generations) => {
      const { draft, placed, rest } = placeInputs(store.get(), generator, generations);
      clearError();
      store.change(() => ({ ...draft, generatorName: generator.name }), { isLarge: true });
      const named = rest.slice(0, mostNamed).map((each) => `“${captionOf(each)}”`);
      const names = [...named, ...(rest.length > named.length ? [t("moreLeft", { count: rest.length - named.length })] : [])].join(", ");
      toast.success(t("addedMany", { count: placed.length, generator: generator.title }), {
        ...(rest.length > 0 ? { description: t("noRoom", { names }) } : {}),
        action: { label: t("undo"), onClick: () => store.undo() },
      });
      focusPrompt();
    },
  };
}
