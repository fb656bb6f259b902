"use client";

import { useSession } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { FormError } from "./form-error";

interface AcceptInvitationProps {
  /** Under which the browser is signed in. */
  ownAddress: string;
  /** That the invitation is for, if its link says so. */
  invited: string | null;
  /** Answers the id of the board that the invitation was to. */
  accept: () => Promise<string | null>;
}

/** For people who are already signed in: accepts an invitation to their address, or says what to do about another one. */
export function AcceptInvitation({ ownAddress, invited, accept }: AcceptInvitationProps) {
  const t = useTranslations("auth.invitation");
  const { describeError } = useErrorWords();
  const { signOut } = useSession();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isForAnother = invited !== null && invited.toLowerCase() !== ownAddress.toLowerCase();

  async function submit() {
    setIsBusy(true);
    setError(null);
    try {
      const boardId = await accept();
      window.location.assign(boardId ? `/boards/${boardId}` : "/");
    } catch (refusal) {
      setError(describeError(refusal).message);
      setIsBusy(false);
    }
  }

  return (
    <>
      <h1 className="text-balance font-serif text-5xl leading-none">{t("title")}</h1>
      <FormError>{error}</FormError>
      <p className="wrap-anywhere text-muted text-sm">
        {isForAnother ? t("forAnother", { invited, email: ownAddress }) : t("signedInAs", { email: ownAddress })}
      </p>
      {isForAnother ? (
        <Button onClick={() => signOut(window.location.href)}>{t("signOut")}</Button>
      ) : (
        <Button onClick={submit} disabled={isBusy} autoFocus>
          {isBusy ? t("accepting") : t("accept")}
        </Button>
      )}
    </>
  );
}
