"use client";

import { useMemberships, useSession } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";

interface NoWorkspaceProps {
  /** The address by which the person is signed in. */
  email: string | null | undefined;
  /** Whether the installation still waits for its owner. */
  needsOwner: boolean;
}

/** What someone sees who is signed in and whom no workspace has let in: why, and what to do. */
export function NoWorkspace({ email, needsOwner }: NoWorkspaceProps) {
  const t = useTranslations("app.noWorkspace");
  const format = useFormatter();
  const { signOut } = useSession();
  const waiting = useMemberships()?.filter(({ awaitsApproval }) => awaitsApproval) ?? [];
  return (
    <div className="grid max-w-md justify-items-start gap-5 pt-10 sm:pt-16">
      <h1 className="font-serif text-5xl leading-none">{waiting.length > 0 ? t("waitingTitle") : t("title")}</h1>
      <p className="wrap-anywhere text-muted">
        {email ? t("signedInAs", { email }) : t("signedIn")}{" "}
        {waiting.length > 0 ? t("waiting", { workspaces: format.list(waiting.map(({ name }) => name)) }) : t("uninvited")}
      </p>
      {needsOwner && (
        <p className="text-muted">
          {t.rich("needsOwner", {
            link: (words) => (
              <a href="/setup" className="text-accent underline underline-offset-4">
                {words}
              </a>
            ),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => window.location.reload()}>{t("checkAgain")}</Button>
        <Button look="quiet" onClick={() => void signOut("/sign-in")}>
          {t("signOut")}
        </Button>
      </div>
    </div>
  );
}
