import type { GeneratorForm } from "@boards/client";
import { useTranslations } from "use-intl";

/** How the parameters of a result are told: named as in its generator's form, where that is still there. */
export function useParameterWords(fields: GeneratorForm["fields"]) {
  const t = useTranslations("studio.facts");
  return {
    titleOf: (name: string) => fields.find((field) => field.name === name)?.title ?? name.replaceAll("_", " "),
    textOf: (value: unknown) => {
      if (typeof value === "boolean") return t(value ? "yes" : "no");
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    },
  };
}
