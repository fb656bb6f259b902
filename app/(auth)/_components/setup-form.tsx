"use client";

import { useBecomeOwner, useSession, useViewer } from "@boards/client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type DescribedError, inWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { FormError } from "./form-error";

/** Makes whoever signed in at a provider the owner of an installation that has none, by the setup token. */
export function SetupForm() {
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
        <h1 className="text-balance font-serif text-5xl leading-none">{options?.needsOwner === false ? "All set up" : "Make it yours"}</h1>
        {options?.needsOwner && provider && (
          <p className="text-muted text-sm">
            Nobody owns this installation yet. Sign in with {provider.name} and give the setup token to become its owner.
          </p>
        )}
      </div>
      <FormError>{error && !isTokenWrong ? error.message : null}</FormError>
      {options?.needsOwner && provider && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField
            label="Setup token"
            name="setupToken"
            defaultValue={given}
            help={isTokenWrong ? undefined : "The server prints it when it starts."}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            required
            error={isTokenWrong ? error.message : null}
          />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? "Setting up…" : "Become the owner"}
          </Button>
        </form>
      )}
      {options?.needsFirstAccount && (
        <p className="text-muted text-sm">
          Nobody is here yet.{" "}
          <Link href={`/sign-up${given && `?${new URLSearchParams({ setup: given })}`}`} className="text-accent underline underline-offset-4">
            Create the first account
          </Link>
        </p>
      )}
      {options?.needsOwner && !provider && !options.hasPasswords && (
        <p className="text-muted text-sm">
          Browsers do not sign in here. Set this installation up with a bearer token, as the server says when it starts.
        </p>
      )}
      {options && !options.needsOwner && (
        <p className="text-muted text-sm">
          This installation has an owner already.{" "}
          <Link href="/" className="text-accent underline underline-offset-4">
            Go to your boards
          </Link>
        </p>
      )}
    </>
  );
}
