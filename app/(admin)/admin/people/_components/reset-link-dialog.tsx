import { useTranslations } from "use-intl";
import { CopyLink } from "@/app/_components/copy-link";
import { Dialog } from "@/lib/ui/dialog";

/** A link by which someone sets a new password; told once. */
export interface PasswordReset {
  link?: string | null;
  expiresAt: string;
}

/** Shows such a link, to be passed on. */
export function ResetLinkDialog({ name, reset, onClose }: { name: string; reset: PasswordReset | null; onClose: () => void }) {
  const t = useTranslations("admin.people.reset");
  return (
    <Dialog title={t("title", { name })} description={t("text")} isOpen={reset !== null} onClose={onClose}>
      {reset?.link && (
        <div className="grid gap-3">
          <CopyLink label={t("link")} address={reset.link} />
          <p className="text-muted text-xs">{t("expires", { when: new Date(reset.expiresAt) })}</p>
        </div>
      )}
    </Dialog>
  );
}
