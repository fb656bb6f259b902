import type { InvitationPreview } from "@boards/client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** What an invitation is to, from whom and as what, and until when. */
export function InvitationFacts({ invitation }: { invitation: InvitationPreview }) {
  const t = useTranslations("auth.invitation");
  const { boardTitle, workspaceName, inviterName, role, email, expiresAt } = invitation;
  const values = {
    by: inviterName ? "someone" : "nobody",
    inviter: inviterName ?? "",
    board: boardTitle ?? "",
    workspace: workspaceName ?? "",
    role,
    strong: (words: ReactNode) => <strong className="wrap-anywhere font-medium text-ink">{words}</strong>,
  };
  return (
    <div className="grid gap-3 rounded-2xl border bg-surface px-5 py-4">
      <p className="wrap-anywhere text-muted">
        {boardTitle === null || boardTitle === undefined ? t.rich("toWorkspace", values) : t.rich("toBoard", values)}
      </p>
      <p className="wrap-anywhere text-balance text-muted text-xs">{t("facts", { email, expires: new Date(expiresAt) })}</p>
    </div>
  );
}
