"use client";

import { type SignInRefusal, useSession, useViewer } from "@boards/client";
import { useSearchParams } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useRefusalWords } from "@/app/_components/use-refusal-words";
import { addressWithin } from "@/lib/platform/caller/address-within";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { AuthLink } from "./auth-link";
import { FormError } from "./form-error";

/** Signs in by password or at a provider, whichever this installation has. */
export function SignInForm() {
  const t = useTranslations("auth.signIn");
  const explain = useRefusalWords();
  const { viewer, options, isLoading, error: unreachable } = useViewer();
  const { signInByPassword, signInAtProvider } = useSession();
  const parameters = useSearchParams();
  const callbackUrl = parameters.get("callbackUrl") ?? "/";
  const told = parameters.get("error");
  const [refusal, setRefusal] = useState<SignInRefusal | null>(told === null ? null : { code: told, retryAfterSeconds: null });
  const [isBusy, setIsBusy] = useState(false);
  const isSignedIn = Boolean(viewer) && told === null;
  useEffect(() => {
    if (isSignedIn) window.location.replace(addressWithin(window.location.origin, callbackUrl));
  }, [isSignedIn, callbackUrl]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setRefusal(null);
    const answer = await signInByPassword({ email: String(form.get("email")), password: String(form.get("password")) });
    if (!answer) return window.location.assign(addressWithin(window.location.origin, callbackUrl));
    setRefusal(answer);
    setIsBusy(false);
  }

  return (
    <>
      <h1 className="font-serif text-5xl leading-none">{t("title")}</h1>
      {unreachable && <p role="alert">{t("unreachable")}</p>}
      <FormError>{refusal && explain(refusal)}</FormError>
      {options?.provider && (
        <Button disabled={isBusy} onClick={() => options.provider && signInAtProvider(options.provider.id, callbackUrl)}>
          {t("continueWith", { provider: options.provider.name })}
        </Button>
      )}
      {options?.hasPasswords && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField label={t("email")} name="email" type="email" autoComplete="username" required autoFocus={!refusal} />
          <TextField label={t("password")} name="password" type="password" autoComplete="current-password" required />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? t("submitting") : t("submit")}
          </Button>
        </form>
      )}
      {options?.hasPasswords && !options.needsFirstAccount && <p className="text-muted text-sm">{t("forgotPassword")}</p>}
      {options?.needsOwner && (
        <p className="text-muted text-sm">
          {t.rich(options.hasPasswords ? "noAccount" : "noOwner", {
            link: (words) => <AuthLink href={options.hasPasswords ? "/sign-up" : "/setup"}>{words}</AuthLink>,
          })}
        </p>
      )}
      {!isLoading && options && !options.provider && !options.hasPasswords && <p className="text-muted text-sm">{t("programsOnly")}</p>}
    </>
  );
}
