"use client";

import { useCreateAccount, useSession, useViewer } from "@boards/client";
import { useSearchParams } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { type DescribedError, useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { AuthLink } from "./auth-link";
import { FormError } from "./form-error";

const fields = ["email", "password", "displayName", "setupToken"];

interface SignUpFormProps {
  /** By which the account is made; null for the first one of an installation. */
  invitation: { token: string; email: string } | null;
  /** Answers where to go once they are signed in. */
  onEnter: () => Promise<string>;
  /** What the invitation is to. */
  children?: ReactNode;
}

/** Makes the account of an installation's owner by the setup token, or another one by an invitation. */
export function SignUpForm({ invitation, onEnter, children }: SignUpFormProps) {
  const t = useTranslations("auth.signUp");
  const { describeError } = useErrorWords();
  const { options } = useViewer();
  const parameters = useSearchParams();
  const invitationToken = invitation?.token ?? null;
  const invited = invitation?.email ?? null;
  const createAccount = useCreateAccount();
  const { signInByPassword, signInAtProvider } = useSession();
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isSettingUp = Boolean(options?.needsFirstAccount && !invitationToken);
  const isOpen = Boolean(options?.hasPasswords && (invitationToken || isSettingUp));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password, displayName, setupToken] = fields.map((name) => String(form.get(name) ?? ""));
    setIsBusy(true);
    setError(null);
    try {
      await createAccount({
        email: email ?? "",
        password: password ?? "",
        displayName: displayName || null,
        invitationToken,
        setupToken: setupToken || null,
      });
      const refusal = await signInByPassword({ email: email ?? "", password: password ?? "" });
      window.location.assign(refusal ? `/sign-in?${new URLSearchParams({ error: refusal.code })}` : await onEnter());
    } catch (refusal) {
      setError(describeError(refusal));
      setIsBusy(false);
    }
  }

  const errorOf = (field: string) => (error?.field === field ? error.message : null);
  const isElsewhere = error && !fields.includes(error.field ?? "");
  return (
    <>
      <div className="grid gap-3">
        <h1 className="text-balance font-serif text-5xl leading-none">
          {isSettingUp ? t("setupTitle") : invitation ? t("invitedTitle") : t("title")}
        </h1>
        {isSettingUp && <p className="text-muted text-sm">{t("setupText")}</p>}
      </div>
      {children}
      <FormError>{isElsewhere ? error.message : null}</FormError>
      {invitationToken && options?.provider && (
        <>
          <p className="break-words text-muted text-sm">{t("invitedAs", { email: invited ?? "" })}</p>
          <Button onClick={() => options.provider && signInAtProvider(options.provider.id, window.location.href)}>
            {t("continueWith", { provider: options.provider.name })}
          </Button>
        </>
      )}
      {options && !isOpen && !(invitationToken && options.provider) && (
        <p className="text-muted text-sm">
          {t.rich(options.hasPasswords ? "needsInvitation" : "disabled", { link: (words) => <AuthLink href="/sign-in">{words}</AuthLink> })}
        </p>
      )}
      {isOpen && (
        <form onSubmit={submit} className="grid gap-5">
          {isSettingUp && (
            <TextField
              label={t("setupToken")}
              name="setupToken"
              defaultValue={parameters.get("setup") ?? ""}
              help={errorOf("setupToken") ? undefined : t("setupTokenHelp")}
              autoComplete="off"
              spellCheck={false}
              required
              error={errorOf("setupToken")}
            />
          )}
          <TextField label={t("name")} name="displayName" autoComplete="name" autoFocus error={errorOf("displayName")} />
          <TextField
            label={t("email")}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={invited ?? ""}
            readOnly={invited !== null}
            help={invited === null ? undefined : t("emailHelp")}
            required
            error={errorOf("email")}
          />
          <TextField
            label={t("password")}
            name="password"
            type="password"
            autoComplete="new-password"
            help={invited === null ? undefined : t("passwordHelp")}
            required
            error={errorOf("password")}
          />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? t("submitting") : t("submit")}
          </Button>
        </form>
      )}
    </>
  );
}
