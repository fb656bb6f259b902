"use client";

import { useSession, useViewer } from "@boards/client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { inWords } from "@/app/_components/describe-error";
import { explainSignIn } from "@/lib/identity/sign-in/sign-in-errors";
import { addressWithin } from "@/lib/platform/caller/address-within";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { FormError } from "./form-error";

/** Signs in by password or at a provider, whichever this installation has. */
export function SignInForm() {
  const { options, isLoading, error: unreachable } = useViewer();
  const { signInByPassword, signInAtProvider } = useSession();
  const parameters = useSearchParams();
  const callbackUrl = parameters.get("callbackUrl") ?? "/";
  const [error, setError] = useState(() => (parameters.has("error") ? explainSignIn(parameters.get("error") ?? "") : null));
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setError(null);
    const refusal = await signInByPassword({ email: String(form.get("email")), password: String(form.get("password")) });
    if (!refusal) return window.location.assign(addressWithin(window.location.origin, callbackUrl));
    setError(
      refusal.code === "client.unreachable"
        ? inWords({ code: refusal.code, message: null }).message
        : explainSignIn(refusal.code, refusal.retryAfterSeconds),
    );
    setIsBusy(false);
  }

  return (
    <>
      <h1 className="font-serif text-5xl leading-none">Sign in</h1>
      {unreachable && <p role="alert">The server cannot be reached. Check that it runs, and reload.</p>}
      <FormError>{error}</FormError>
      {options?.provider && (
        <Button disabled={isBusy} onClick={() => options.provider && signInAtProvider(options.provider.id, callbackUrl)}>
          Continue with {options.provider.name}
        </Button>
      )}
      {options?.hasPasswords && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField label="E-mail" name="email" type="email" autoComplete="username" required autoFocus={!error} />
          <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? "Signing in…" : "Sign in"}
          </Button>
        </form>
      )}
      {options?.hasPasswords && !options.needsFirstAccount && (
        <p className="text-muted text-sm">Forgot your password? Ask an admin of your workspace for a reset link.</p>
      )}
      {options?.needsOwner && (
        <p className="text-muted text-sm">
          {options.hasPasswords ? "Nobody is here yet. " : "Nobody owns this installation yet. "}
          <Link href={options.hasPasswords ? "/sign-up" : "/setup"} className="text-accent underline underline-offset-4">
            {options.hasPasswords ? "Create the first account" : "Set it up"}
          </Link>
        </p>
      )}
      {!isLoading && options && !options.provider && !options.hasPasswords && (
        <p className="text-muted text-sm">Browsers do not sign in here. Programs send a bearer token or an API key.</p>
      )}
    </>
  );
}
