"use client";

import { useSession } from "@boards/client";
import { useState } from "react";
import { describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { FormError } from "./form-error";

interface AcceptInvitationProps {
  /** Under which the browser is signed in. */
  ownAddress: string;
  /** That the invitation is for, if its link says so. */
  invited: string | null;
  accept: () => Promise<unknown>;
}

/** For somebody who is signed in already: takes an invitation to their own address, and says what to do about another's. */
export function AcceptInvitation({ ownAddress, invited, accept }: AcceptInvitationProps) {
  const { signOut } = useSession();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isForAnother = invited !== null && invited.toLowerCase() !== ownAddress.toLowerCase();

  async function submit() {
    setIsBusy(true);
    setError(null);
    try {
      await accept();
      window.location.assign("/");
    } catch (refusal) {
      setError(describeError(refusal).message);
      setIsBusy(false);
    }
  }

  return (
    <>
      <h1 className="text-balance font-serif text-5xl leading-none">You are invited</h1>
      <FormError>{error}</FormError>
      <p className="wrap-anywhere text-muted text-sm">
        {isForAnother
          ? `This invitation is for ${invited}, and you are signed in as ${ownAddress}. Sign out to accept it with that address.`
          : `You are signed in as ${ownAddress}.`}
      </p>
      {isForAnother ? (
        <Button onClick={() => signOut(window.location.href)}>Sign out</Button>
      ) : (
        <Button onClick={submit} disabled={isBusy} autoFocus>
          {isBusy ? "Accepting…" : "Accept the invitation"}
        </Button>
      )}
    </>
  );
}
