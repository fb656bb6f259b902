"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { addressWithin } from "@/lib/auth/address-within";
import { useViewer } from "@/lib/client/use-viewer";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";

const refusals: Record<string, string> = {
  "auth.wrong_credentials": "E-mail or password is wrong.",
  "auth.disabled": "This account is disabled. Ask an admin.",
  "request.rate_limited": "Too many attempts. Wait a minute and try again.",
  OAuthCallback: "Signing in did not finish. Try again.",
  AccessDenied: "You were not let in.",
  Callback: "You were not let in. Ask an admin for an invitation.",
};

const explain = (code: string | null | undefined) => (code ? (refusals[code] ?? "Signing in did not work. Try again.") : null);

/** Signs in by password or at a provider, whichever this installation has. */
export function SignInForm() {
  const { options, isLoading, error: unreachable } = useViewer();
  const parameters = useSearchParams();
  const callbackUrl = parameters.get("callbackUrl") ?? "/";
  const [error, setError] = useState(() => explain(parameters.get("error")));
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setError(null);
    const answer = await signIn("password", { redirect: false, email: String(form.get("email")), password: String(form.get("password")) });
    if (answer?.ok) window.location.assign(addressWithin(window.location.origin, callbackUrl));
    else {
      setError(explain(answer?.error ?? "unknown"));
      setIsBusy(false);
    }
  }

  return (
    <>
      <h1 className="font-serif text-5xl leading-none">Sign in</h1>
      {unreachable && <p role="alert">The server cannot be reached. Check that it runs, and reload.</p>}
      {error && (
        <p role="alert" className="rounded-xl border border-danger/40 bg-danger/10 px-4 py-3 text-danger text-sm">
          {error}
        </p>
      )}
      {options?.provider && (
        <Button disabled={isBusy} onClick={() => signIn(options.provider?.id, { callbackUrl })}>
          Continue with {options.provider.name}
        </Button>
      )}
      {options?.hasPasswords && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
          <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? "Signing in…" : "Sign in"}
          </Button>
        </form>
      )}
      {options?.needsFirstAccount && (
        <p className="text-muted text-sm">
          Nobody is here yet.{" "}
          <Link href="/sign-up" className="text-accent underline underline-offset-4">
            Create the first account
          </Link>
        </p>
      )}
      {!isLoading && options && !options.provider && !options.hasPasswords && (
        <p className="text-muted text-sm">Browsers do not sign in here. Programs send a bearer token or an API key.</p>
      )}
    </>
  );
}
