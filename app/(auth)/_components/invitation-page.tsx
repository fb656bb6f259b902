"use client";

import { type InvitationPreview, useInvitation } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { AcceptInvitation } from "./accept-invitation";
import { AuthLink } from "./auth-link";
import { InvitationFacts } from "./invitation-facts";
import { SignUpForm } from "./sign-up-form";

/** Where the link of an invitation leads: says what it is to and from whom, and takes in strangers and people who are signed in. */
export function InvitationPage({ token }: { token: string }) {
  const t = useTranslations("auth.invitation");
  const { invitation, ownAddress, error, reload, accept, decline, enter } = useInvitation(token);
  // What is decided by stays as it was found: signing up changes both.
  const [found, setFound] = useState<{ invitation: InvitationPreview | null; ownAddress: string | null } | null>(null);
  if (!found && invitation !== undefined && ownAddress !== undefined) setFound({ invitation, ownAddress });
  if (!found)
    return error ? (
      <div role="alert" className="grid justify-items-start gap-5">
        <h1 className="font-serif text-5xl leading-none">{t("loadFailed")}</h1>
        <p className="text-muted text-sm">{t("loadFailedText")}</p>
        <Button onClick={() => reload()}>{t("retry")}</Button>
      </div>
    ) : (
      <div role="status" aria-label={t("loading")} className="h-56 animate-shimmer rounded-2xl bg-loading" />
    );
  const isSignedIn = found.ownAddress !== null;
  if (found.invitation?.state !== "OPEN") {
    const known = found.invitation?.state ?? "GONE";
    const isHere = known === "ACCEPTED" && isSignedIn;
    const state = isHere ? "HERE" : known;
    return (
      <>
        <h1 className="text-balance font-serif text-5xl leading-none">{t("over.title", { state })}</h1>
        <p className="text-muted text-sm">{t("over.text", { state })}</p>
        {isHere ? (
          <Button onClick={async () => window.location.assign(await enter())}>{t("over.open")}</Button>
        ) : (
          <p className="text-sm">
            <AuthLink href={isSignedIn ? "/" : "/sign-in"}>{t(isSignedIn ? "over.boards" : "over.signIn")}</AuthLink>
          </p>
        )}
      </>
    );
  }
  const facts = <InvitationFacts invitation={found.invitation} />;
  if (found.ownAddress !== null)
    return (
      <AcceptInvitation ownAddress={found.ownAddress} invited={found.invitation.email} onAccept={accept} onDecline={decline} onEnter={enter}>
        {facts}
      </AcceptInvitation>
    );
  return (
    <SignUpForm invitation={{ token, email: found.invitation.email }} onEnter={enter}>
      {facts}
    </SignUpForm>
  );
}
