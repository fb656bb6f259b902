import { useRevokeInvitation, type useTenantInvitations } from "@boards/client";
import { Link2, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCopyLink } from "@/app/_components/copy-link";
import { useErrorWords } from "@/app/_components/describe-error";
import { IconButton } from "@/lib/ui/icon-button";
import { toast } from "@/lib/ui/toast";
import { AdminSection } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";

/** Invitations to the workspace that nobody has accepted yet: their links, and the way to take them back. */
export function WaitingInvitations({ invitations, isLoading, error, reload }: ReturnType<typeof useTenantInvitations>) {
  const t = useTranslations("admin.people.waiting");
  const { describeError } = useErrorWords();
  const copy = useCopyLink();
  const revokeInvitation = useRevokeInvitation();
  const revoke = (id: string, email: string) =>
    revokeInvitation(id).then(
      () => toast(t("revoked", { email })),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <AdminSection title={t("title")} text={t("text")}>
      {isLoading && <Loading label={t("loading")} />}
      {error && !invitations && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {invitations?.length === 0 && <Empty title={t("noneTitle")} text={t("noneText")} />}
      {invitations && invitations.length > 0 && (
        <ul aria-label={t("title")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {invitations.map(({ id, email, role, expiresAt, link }) => (
            <li key={id} className="flex min-h-16 items-center gap-1 py-2 pr-3 pl-5">
              <div className="min-w-0 grow">
                <p className="truncate font-medium text-sm">{email}</p>
                <p className="text-muted text-xs">{t("facts", { role, expires: new Date(expiresAt) })}</p>
              </div>
              {link && (
                <IconButton label={t("copy", { email })} onClick={() => void copy(link)}>
                  <Link2 size={17} />
                </IconButton>
              )}
              <IconButton label={t("revoke", { email })} onClick={() => void revoke(id, email)}>
                <X size={17} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </AdminSection>
  );
}
