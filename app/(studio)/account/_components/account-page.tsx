"use client";

import { useAccount, useViewer } from "@boards/client";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { SignInGate } from "@/app/_components/shell/sign-in-gate";
import { StorageMeter } from "@/app/_components/storage-meter";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";
import { ApiKeyList } from "./api-key-list";
import { PasswordForm } from "./password-form";
import { SessionList } from "./session-list";

/** The viewer's own account. */
export function AccountPage() {
  const t = useTranslations("studio.account");
  const sessions = useTranslations("studio.sessions");
  const apiKeys = useTranslations("studio.apiKeys");
  const password = useTranslations("studio.password");
  const { options } = useViewer();
  const account = useAccount();
  const { viewer, isLoading, error } = account;
  return (
    <div className="mx-auto w-full max-w-2xl px-5 pt-6 pb-24 sm:px-8">
      <SignInGate>
        <div className="grid grid-cols-1 gap-12">
          <h1 className="pt-4 font-serif text-5xl leading-none sm:text-6xl">{t("title")}</h1>
          {isLoading && <div role="status" aria-label={t("loading")} className="h-40 animate-shimmer rounded-2xl bg-loading" />}
          {error && !viewer && (
            <div role="alert" className="rounded-2xl border bg-surface p-8">
              <p className="mb-5 font-medium">{t("loadFailed")}</p>
              <Button look="quiet" onClick={() => account.reload()}>
                {t("retry")}
              </Button>
            </div>
          )}
          {viewer && (
            <>
              <Section title={t("profile")} text={[viewer.email, viewer.tenantRole && t(`roles.${viewer.tenantRole}`)].filter(Boolean).join(" · ")}>
                <NameForm name={viewer.displayName ?? ""} onRename={account.rename} />
              </Section>
              {viewer.storage && (
                <Section title={t("storage")} text={t("storageText")}>
                  <div>
                    <StorageMeter {...viewer.storage} />
                  </div>
                </Section>
              )}
              {options?.hasPasswords && viewer.email && (
                <Section title={password("title")} text={password("text")}>
                  <PasswordForm email={viewer.email} onChange={account.changePassword} />
                </Section>
              )}
              <Section title={sessions("title")} text={sessions("text")}>
                <SessionList sessions={account.sessions} onEnd={account.revokeSession} />
              </Section>
              <Section title={apiKeys("title")} text={apiKeys("text")}>
                <ApiKeyList apiKeys={account.apiKeys} onCreate={account.createApiKey} onEnd={account.revokeApiKey} />
              </Section>
            </>
          )}
        </div>
      </SignInGate>
    </div>
  );
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-5 border-t pt-6">
      <div>
        <h2 className="font-serif text-2xl">{title}</h2>
        <p className="mt-1 text-muted text-sm">{text}</p>
      </div>
      {children}
    </section>
  );
}

function NameForm({ name, onRename }: { name: string; onRename: (name: string) => Promise<unknown> }) {
  const t = useTranslations("studio.account");
  const { describeError } = useErrorWords();
  const [error, setError] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setError(null);
    try {
      await onRename(String(new FormData(event.currentTarget).get("displayName")));
      toast(t("nameSaved"));
    } catch (refusal) {
      setError(describeError(refusal).message);
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <TextField label={t("name")} name="displayName" defaultValue={name} autoComplete="name" error={error} className="min-w-56 flex-1" />
      <Button type="submit" look="quiet">
        {t("save")}
      </Button>
    </form>
  );
}
