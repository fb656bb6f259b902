import { type DescribedError as ClientError, describeError as read } from "@boards/client";
import { useMemo } from "react";
import { useTranslations } from "use-intl";

/** What went wrong, for people: a sentence, and the input field at fault when the server named one. */
export type DescribedError = ClientError & { message: string };

/** Functions that put errors into words: `inWords` what a hook told as an error, `describeError` also whatever it threw. */
export function useErrorWords() {
  const t = useTranslations("app.error");
  return useMemo(() => {
    const inWords = (error: ClientError): DescribedError => ({
      ...error,
      message: error.message ?? (error.code === "client.unreachable" ? t("unreachable") : t("unknown")),
    });
    return { inWords, describeError: (error: unknown) => inWords(read(error)) };
  }, [t]);
}
