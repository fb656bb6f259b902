import type { SignInRefusal } from "@boards/client";
import { useTranslations } from "use-intl";
import { signInErrorOf } from "@/lib/identity/sign-in/sign-in-errors";
import { waitInWords } from "@/lib/platform/text/wait-in-words";

/** A function that says why signing in failed. */
export function useRefusalWords(): (refusal: SignInRefusal) => string {
  const t = useTranslations("app.signIn");
  return ({ code, retryAfterSeconds }) => {
    if (code === "client.unreachable") return t("unreachable");
    const error = signInErrorOf(code);
    if (error === "request.rate_limited" && retryAfterSeconds) return t("retryIn", { wait: waitInWords(retryAfterSeconds) });
    return t(`errors.${error}`);
  };
}
