import { useMemo } from "react";
import { type Messages, useMessages, useTranslations } from "use-intl";

type Action = keyof Messages["admin"]["activity"]["actions"];

/** Sentences for actions, by their names in the API: all that there are in the order of their sentences, and how one reads. */
export function useActivityWords() {
  const t = useTranslations("admin.activity");
  const messages = useMessages();
  return useMemo(() => {
    const known = messages.admin?.activity?.actions ?? {};
    const isKnown = (action: string): action is Action => Object.hasOwn(known, action);
    // An action that this version no longer has still stands in the log.
    const wordsOf = (action: string) => (isKnown(action) ? t(`actions.${action}`) : action);
    const actions = Object.keys(known).sort((one, other) => wordsOf(one).localeCompare(wordsOf(other)));
    return { actions, wordsOf };
  }, [messages, t]);
}
