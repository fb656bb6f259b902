"use client";

import { useSession } from "@boards/client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { AuthLink } from "./auth-link";
import { FormError } from "./form-error";

interface AcceptInvitationProps {
  /** Under which the browser is signed in. */
  ownAddress: string;
  /** That the invitation is for. */
  invited: string;
  onAccept: () => Promise<unknown>;
  onDecline: () => Promise<unknown>;
  /** Answers the path of what the invitation was to. */
  onEnter: () => Promise<string>;
  /** What the invitation is to. */
  children: ReactNode;
}

/** For people who are already signed in: takes or turns down an invitation to their address, or says what to do about another one. */
export function AcceptInvitation({ ownAddress, invited, onAccept, onDecline, onEnter, children }: AcceptInvitationProps) {
  const t = useTranslations("auth.invitation");
  const { describeError } = useErrorWords();
  const { signOut } = useSession();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isForAnother = invited.toLowerCase() !== ownAddress.toLowerCase();

  async function attempt(work: () => Promise<string>) {
    setIsBusy(true);
    setError(null);
    try {
      window.location.assign(await work());
    } catch (refusal) {
      setError(describeError(refusal).message);
      setIsBusy(false);
    }
  }
  const accept = async () => {
    await onAccept();
    return onEnter();
  };
  const decline = async () => {
    await onDecline();
    return "/";
  };

  return (
    <>
      <h1 className="text-balance font-serif text-5xl leading-none">{t("title")}</h1>
      {children}
      <FormError>{error}</FormError>
      <p className="wrap-anywhere text-muted text-sm">
        {isForAnother ? t("forAnother", { invited, email: ownAddress }) : t("signedInAs", { email: ownAddress })}
      </p>
      {isForAnother ? (
        <Button onClick={() => signOut(window.location.href)}>{t("signOut")}</Button>
      ) : (
        <div className="grid grid-cols-2 gap-2">
          <Button onClick={() => void attempt(accept)} disabled={isBusy} autoFocus className="col-span-full">
            {isBusy ? t("accepting") : t("accept")}
          </Button>
          <Button look="quiet" onClick={() => void attempt(decline)} disabled={isBusy}>
            {t("decline")}
          </Button>
          <Button look="quiet" onClick={() => window.location.assign("/")} disabled={isBusy}>
            {t("later")}
          </Button>
        </div>
      )}
      {isForAnother && (
        <p className="text-sm">
          <AuthLink href="/">{t("over.boards")}</AuthLink>
        </p>
      )}
    </>
  );
}
