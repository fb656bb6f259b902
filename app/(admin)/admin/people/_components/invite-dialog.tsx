import type { TenantInvitationRole } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CopyLink } from "@/app/_components/copy-link";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import { DialogForm } from "../../_components/form-dialog";

interface Invited {
  email: string;
  link?: string | null;
}

interface InviteDialogProps {
  isOpen: boolean;
  mayInviteAdmins: boolean;
  onInvite: (email: string, role: TenantInvitationRole) => Promise<Invited | null>;
  onClose: () => void;
}

const roles: TenantInvitationRole[] = ["MEMBER", "ADMIN"];

/** Asks whom to invite and as what, and then shows the link that is to be passed on. */
export function InviteDialog({ isOpen, mayInviteAdmins, onInvite, onClose }: InviteDialogProps) {
  const t = useTranslations("admin.people.inviting");
  const [role, setRole] = useState<TenantInvitationRole>("MEMBER");
  const [invited, setInvited] = useState<Invited | null>(null);
  const close = () => {
    onClose();
    setInvited(null);
    setRole("MEMBER");
  };
  return (
    <Dialog title={t("title")} description={invited ? t("sendText", { email: invited.email }) : t("text")} isOpen={isOpen} onClose={close}>
      {invited ? (
        <div className="grid gap-5">
          {invited.link && <CopyLink label={t("link")} address={invited.link} />}
          <div className="flex flex-wrap justify-end gap-2">
            <Button look="quiet" onClick={() => setInvited(null)}>
              {t("another")}
            </Button>
            <Button onClick={close}>{t("done")}</Button>
          </div>
        </div>
      ) : (
        <DialogForm
          action={t("action")}
          fields={["email"]}
          onSubmit={async (form) => {
            setInvited(await onInvite(String(form.get("email")), role));
            return false;
          }}
          onClose={close}
        >
          {(errorOf) => (
            <>
              <TextField label={t("email")} name="email" type="email" autoComplete="off" required error={errorOf("email")} />
              <SelectField
                label={t("role")}
                value={role}
                options={roles}
                textOf={(each) => t(`roles.${each}`)}
                reasonAgainst={(each) => (each === "ADMIN" && !mayInviteAdmins ? t("ownerOnly") : undefined)}
                onChange={setRole}
              />
            </>
          )}
        </DialogForm>
      )}
    </Dialog>
  );
}
