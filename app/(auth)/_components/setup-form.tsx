"use client";

import { useBecomeOwner, useSession, useViewer } from "@boards/client";
import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { type DescribedError, useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { AuthLink } from "./auth-link";
import { FormError } from "./form-error";

/** Makes whoever signed in at a provider the owner of an installation that has none, by the setup token. */
export function SetupForm() {
  const t = useTranslations("auth.setup");
  const { inWords } = useErrorWords();
  const { options } = useViewer();
  const becomeOwner = useBecomeOwner();
  const { signInAtProvider } = useSession();
  const given = useSearchParams().get("setup") ?? "";
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const provider = options?.provider;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const setupToken = String(new FormData(event.currentTarget).get("setupToken")).trim();
    setIsBusy(true);
    setError(null);
    const refusal = await becomeOwner(setupToken);
    if (!refusal) return window.location.assign("/");
    // Who is not signed in yet comes back with the token.
    if (refusal.code === "auth.required" && provider) await signInAtProvider(provider.id, `/setup?${new URLSearchParams({ setup: setupToken })}`);
    else {
      setError(inWords(refusal));
      setIsBusy(false);
    }
  }

  const isTokenWrong = error?.code === "setup.wrong_token";
  return (
    <>
      <div className="grid gap-3">
        <h1 className="text-balance font-serif text-5xl leading-none">{options?.needsOwner === false ? t("doneTitle") : t("title")}</h1>
        {options?.needsOwner && provider && <p className="text-muted text-sm">{t("text", { provider: provider.name })}</p>}
      </div>
      <FormError>{error && !isTokenWrong ? error.message : null}</FormError>
      {options?.needsOwner && provider && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField
            label={t("setupToken")}
            name="setupToken"
            defaultValue={given}
            help={isTokenWrong ? undefined : t("setupTokenHelp")}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            required
            error={isTokenWrong ? error.message : null}
          />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? t("submitting") : t("submit")}
          </Button>
        </form>
      )}
      {options?.needsFirstAccount && (
        <p className="text-muted text-sm">
          {t.rich("noAccount", {
            link: (words) => <AuthLink href={`/sign-up${given && `?${new URLSearchParams({ setup: given })}`}`}>{words}</AuthLink>,
          })}
        </p>
      )}
      {options?.needsOwner && !provider && !options.hasPasswords && <p className="text-muted text-sm">{t("programsOnly")}</p>}
      {options && !options.needsOwner && (
        <p className="text-muted text-sm">{t.rich("done", { link: (words) => <AuthLink href="/">{words}</AuthLink> })}</p>
      )}
    </>
  );
}
