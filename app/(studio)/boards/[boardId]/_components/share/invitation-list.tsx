import { type SharedWith, useRevokeInvitation } from "@boards/client";
import { Link2, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCopyLink } from "@/app/_components/copy-link";
import { useErrorWords } from "@/app/_components/describe-error";
import { IconButton } from "@/lib/ui/icon-button";
import { toast } from "@/lib/ui/toast";

/** Invitations to a board that nobody has accepted yet: their links, and the way to take them back. */
export function InvitationList({ invitations }: { invitations: SharedWith["invitations"] }) {
  const t = useTranslations("studio.share");
  const { describeError } = useErrorWords();
  const copy = useCopyLink();
  const revokeInvitation = useRevokeInvitation();
  const revoke = (id: string, email: string) =>
    revokeInvitation(id).then(
      () => toast(t("invitationRevoked", { email })),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <ul aria-label={t("invitations")} className="grid grid-cols-1 divide-y rounded-2xl border">
      {invitations.map(({ id, email, role, expiresAt, link }) => (
        <li key={id} className="flex min-h-14 items-center gap-1 py-1.5 pr-2 pl-4">
          <div className="min-w-0 grow">
            <p className="wrap-anywhere font-medium text-sm sm:truncate">{email}</p>
            <p className="text-muted text-xs">{t("invitationFacts", { role, expires: new Date(expiresAt) })}</p>
          </div>
          {link && (
            <IconButton label={t("copyInvitation", { email })} onClick={() => void copy(link)}>
              <Link2 size={17} />
            </IconButton>
          )}
          <IconButton label={t("revokeInvitation", { email })} onClick={() => void revoke(id, email)}>
            <X size={17} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
