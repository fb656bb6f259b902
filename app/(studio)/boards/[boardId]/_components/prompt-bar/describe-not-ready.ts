import type { NotReady } from "@boards/client";
import { useTranslations } from "use-intl";

/** A function that says what keeps the composer's form from being sent. */
export function useNotReadyWords() {
  const t = useTranslations("studio.composer");
  const kinds = useTranslations("app.artifactKind");
  return (notReady: NotReady): string => {
    if (notReady.reason === "rule_broken") return notReady.rule.description;
    const { title } = notReady.field;
    if (notReady.reason === "value_missing") return t("fillIn", { title });
    const { field, missing } = notReady;
    return field.isList ? t("addMore", { missing, title }) : t("addArtifact", { kind: kinds(field.artifactType), title });
  };
}
