"use client";

import { useResetPassword, useSession } from "@boards/client";
import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { type DescribedError, useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { AuthLink } from "./auth-link";
import { FormError } from "./form-error";

/** Sets a new password by a link that an admin made, and signs in with it. */
export function ResetPasswordForm() {
  const t = useTranslations("auth.resetPassword");
  const { describeError } = useErrorWords();
  const token = useSearchParams().get("token");
  const resetPassword = useResetPassword();
  const { signInByPassword } = useSession();
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isDone, setIsDone] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get("newPassword"));
    setIsBusy(true);
    setError(null);
    try {
      const email = await resetPassword({ token: token ?? "", newPassword });
      if (!(await signInByPassword({ email, password: newPassword }))) return window.location.assign("/");
      setIsDone(true);
    } catch (refusal) {
      setError(describeError(refusal));
      setIsBusy(false);
    }
  }

  const errorOfField = error?.field === "newPassword" ? error.message : null;
  return (
    <>
      <h1 className="text-balance font-serif text-5xl leading-none">{t("title")}</h1>
      {!token && <FormError>{t("incomplete")}</FormError>}
      <FormError>{error && !errorOfField ? error.message : null}</FormError>
      {isDone && (
        <p role="status" className="text-sm">
          {t.rich("done", { link: (words) => <AuthLink href="/sign-in">{words}</AuthLink> })}
        </p>
      )}
      {token && !isDone && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField
            label={t("label")}
            help={t("help")}
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            autoFocus
            error={errorOfField}
          />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? t("submitting") : t("submit")}
          </Button>
        </form>
      )}
      {(!token || (error && !errorOfField)) && (
        <p className="text-sm">
          <AuthLink href="/sign-in">{t("back")}</AuthLink>
        </p>
      )}
    </>
  );
}
