import { type DescribedError as ClientError, describeError as read } from "@boards/client";
import { useMemo } from "react";
import { useTranslations } from "use-intl";

/** What went wrong, for people: a sentence, and the input field at fault when the server named one. */
export type DescribedError = ClientError & { message: string };

// Of what the server has no sentence for.
const ownWords: Record<string, "unreachable" | "signedOut"> = { "client.unreachable": "unreachable", "client.signed_out": "signedOut" };

/** Functions that put errors into words: `inWords` what a hook told as an error, `describeError` also whatever it threw. */
export function useErrorWords() {
  const t = useTranslations("app.error");
  return useMemo(() => {
    const inWords = (error: ClientError): DescribedError => ({
      ...error,
      message: error.message ?? t(ownWords[error.code] ?? "unknown"),
    });
    return { inWords, describeError: (error: unknown) => inWords(read(error)) };
  }, [t]);
}
