"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { type DescribedError, describeError } from "@/lib/client/describe-error";
import { useCreateAccount } from "@/lib/client/use-create-account";
import { useViewer } from "@/lib/client/use-viewer";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";

/** Makes the first account of an installation, or one by an invitation's link. */
export function SignUpForm() {
  const { options } = useViewer();
  const invitationToken = useSearchParams().get("invitation");
  const createAccount = useCreateAccount();
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isOpen = Boolean(options?.hasPasswords && (invitationToken || options.needsFirstAccount));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password, displayName] = ["email", "password", "displayName"].map((name) => String(form.get(name)));
    setIsBusy(true);
    setError(null);
    try {
      await createAccount({ email: email ?? "", password: password ?? "", displayName: displayName || null, invitationToken });
      await signIn("password", { email, password, callbackUrl: "/" });
    } catch (refusal) {
      setError(describeError(refusal));
      setIsBusy(false);
    }
  }

  const errorOf = (field: string) => (error?.field === field ? error.message : null);
  const isElsewhere = error && !["email", "password", "displayName"].includes(error.field ?? "");
  return (
    <>
      <div className="grid gap-3">
        <h1 className="text-balance font-serif text-5xl leading-none">{options?.needsFirstAccount ? "Make it yours" : "Create an account"}</h1>
        {options?.needsFirstAccount && <p className="text-muted text-sm">The first account owns this installation.</p>}
      </div>
      {isElsewhere && (
        <p role="alert" className="rounded-xl border border-danger/40 bg-danger/10 px-4 py-3 text-danger text-sm">
          {error.message}
        </p>
      )}
      {options && !isOpen && (
        <p className="text-muted text-sm">
          {options.hasPasswords ? "New accounts need an invitation: ask somebody who is here." : "Accounts are not made here."}{" "}
          <Link href="/sign-in" className="text-accent underline underline-offset-4">
            Sign in
          </Link>
        </p>
      )}
      {isOpen && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField label="Name" name="displayName" autoComplete="name" autoFocus error={errorOf("displayName")} />
          <TextField label="E-mail" name="email" type="email" autoComplete="username" required error={errorOf("email")} />
          <TextField
            label="Password (10 characters or more)"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            error={errorOf("password")}
          />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? "Creating…" : "Create account"}
          </Button>
        </form>
      )}
    </>
  );
}
