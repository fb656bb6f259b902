"use client";

import { useResetPassword, useSession } from "@boards/client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type DescribedError, describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { FormError } from "./form-error";

/** Sets a new password by a link that an admin made, and signs in with it. */
export function ResetPasswordForm() {
  const token = useSearchParams().get("token");
  const resetPassword = useResetPassword();
  const { signInByPassword } = useSession();
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isDone, setIsDone] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get("newPassword"));
    setIsBusy(true);
    setError(null);
    try {
      const email = await resetPassword({ token: token ?? "", newPassword });
      if (!(await signInByPassword({ email, password: newPassword }))) return window.location.assign("/");
      setIsDone(true);
    } catch (refusal) {
      setError(describeError(refusal));
      setIsBusy(false);
    }
  }

  const errorOfField = error?.field === "newPassword" ? error.message : null;
  return (
    <>
      <h1 className="text-balance font-serif text-5xl leading-none">Set a new password</h1>
      {!token && <FormError>This link is not complete. Copy all of it, or ask for a new one.</FormError>}
      <FormError>{error && !errorOfField ? error.message : null}</FormError>
      {isDone && (
        <p role="status" className="text-sm">
          Your new password is set.{" "}
          <Link href="/sign-in" className="text-accent underline underline-offset-4">
            Sign in
          </Link>
        </p>
      )}
      {token && !isDone && (
        <form onSubmit={submit} className="grid gap-5">
          <TextField
            label="New password"
            help="10 characters or more. You will be signed out everywhere else."
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            autoFocus
            error={errorOfField}
          />
          <Button type="submit" disabled={isBusy}>
            {isBusy ? "Saving…" : "Set password"}
          </Button>
        </form>
      )}
      {(!token || (error && !errorOfField)) && (
        <Link href="/sign-in" className="self-start text-accent text-sm underline underline-offset-4">
          Back to sign in
        </Link>
      )}
    </>
  );
}
