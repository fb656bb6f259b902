"use client";

import { useAccount, useViewer } from "@boards/client";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { type FormEvent, type ReactNode, useState } from "react";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { NoWorkspace } from "@/app/_components/no-workspace";
import { StorageMeter } from "@/app/_components/storage-meter";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { ApiKeyList } from "./api-key-list";
import { SessionList } from "./session-list";

/** The viewer's own account. */
export function AccountPage() {
  const account = useAccount();
  const { viewer, isLoading, error } = account;
  const { account: outsider, options } = useViewer();
  return (
    <div className="mx-auto min-h-dvh max-w-2xl px-5 pb-24 sm:px-8">
      <header className="py-5">
        <Link href="/" className="inline-flex items-center gap-2 text-muted text-sm hover:text-ink">
          <ArrowLeft size={16} /> Your boards
        </Link>
      </header>
      <main className="grid grid-cols-1 gap-12">
        <h1 className="pt-4 font-serif text-5xl leading-none sm:text-6xl">Account</h1>
        {isLoading && <div role="status" aria-label="Loading the account" className="h-40 animate-shimmer rounded-2xl bg-sunken" />}
        {error && !viewer && (
          <div role="alert" className="rounded-2xl border bg-surface p-8">
            <p className="mb-5 font-medium">Your account could not be loaded.</p>
            <Button look="quiet" onClick={() => account.reload()}>
              Try again
            </Button>
          </div>
        )}
        {viewer === null && outsider && <NoWorkspace email={outsider.email} needsOwner={options?.needsOwner ?? false} />}
        {viewer === null && !outsider && (
          <p>
            Nobody is signed in.{" "}
            <Link href="/sign-in?callbackUrl=/account" className="text-accent underline underline-offset-4">
              Sign in
            </Link>
          </p>
        )}
        {viewer && (
          <>
            <Section title="You" text={[viewer.email, viewer.tenantRole && roles[viewer.tenantRole]].filter(Boolean).join(" · ")}>
              <NameForm name={viewer.displayName ?? ""} onRename={account.rename} />
            </Section>
            {viewer.storage && (
              <Section title="Storage" text="Files that you made or uploaded, including the trash.">
                <div>
                  <StorageMeter {...viewer.storage} />
                </div>
              </Section>
            )}
            <Section title="Browsers" text="Where you are signed in. One that you end is out at its next step.">
              <SessionList sessions={account.sessions} onEnd={account.revokeSession} />
            </Section>
            <Section title="API keys" text="For programs that work in your name. Each can read; choose what else.">
              <ApiKeyList apiKeys={account.apiKeys} onCreate={account.createApiKey} onEnd={account.revokeApiKey} />
            </Section>
          </>
        )}
      </main>
    </div>
  );
}

const roles = { MEMBER: "Member", ADMIN: "Admin", OWNER: "Owner" };

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
  const [error, setError] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setError(null);
    try {
      await onRename(String(new FormData(event.currentTarget).get("displayName")));
      toast("Your name is saved.");
    } catch (refusal) {
      setError(describeError(refusal).message);
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <TextField label="Name" name="displayName" defaultValue={name} autoComplete="name" error={error} className="min-w-56 flex-1" />
      <Button type="submit" look="quiet">
        Save
      </Button>
    </form>
  );
}
