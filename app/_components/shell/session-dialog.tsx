"use client";

import { type SignInRefusal, useConnection, useSession, useViewer } from "@boards/client";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { DialogFrame, DialogText, DialogTitle } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";
import { useRefusalWords } from "../use-refusal-words";

/**
 * Stands over a page whose session has ended, as in another tab, until the same person has signed in again: the page lies below it as it was left,
 * out of sight for others.
 */
export function SessionDialog() {
  const t = useTranslations("app.session");
  const { state, look } = useConnection();
  const { viewer, options } = useViewer();
  const { signInByPassword } = useSession();
  const explain = useRefusalWords();
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    const answer = await signInByPassword({ email: String(form.get("email")), password: String(form.get("password")) });
    setRefusal(answer);
    if (!answer) await look();
    setIsBusy(false);
  }

  return (
    <DialogFrame
      isOpen={state === "signedOut"}
      onClose={() => undefined}
      isDescribed
      overlayClassName="z-60 bg-canvas"
      className="-translate-x-1/2 -translate-y-1/2 top-1/2 left-1/2 z-60 max-h-dvh w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl border p-6 shadow-2xl"
    >
      <DialogTitle className="text-3xl">{t("title")}</DialogTitle>
      <DialogText>{t("text")}</DialogText>
      {refusal && (
        <p role="alert" className="mt-4 text-danger text-sm">
          {explain(refusal)}
        </p>
      )}
      {options?.hasPasswords && (
        <form onSubmit={submit} className="mt-5 grid gap-4">
          <TextField label={t("email")} name="email" type="email" autoComplete="username" required defaultValue={viewer?.email ?? ""} />
          <TextField label={t("password")} name="password" type="password" autoComplete="current-password" required />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? t("submitting") : t("submit")}
          </Button>
        </form>
      )}
      {options?.provider && (
        // In a tab of its own, so that this one keeps what it holds; it looks again as soon as it is seen.
        <a
          href="/sign-in"
          target="_blank"
          rel="noreferrer"
          className="mt-5 flex h-11 items-center justify-center rounded-full bg-accent px-5 font-medium text-on-accent text-sm hover:bg-accent-strong"
        >
          {t("newTab", { provider: options.provider.name })}
        </a>
      )}
    </DialogFrame>
  );
}
