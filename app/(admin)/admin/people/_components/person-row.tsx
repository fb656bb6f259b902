import type { Person, TenantInvitationRole } from "@boards/client";
import { KeyRound, ReceiptText, ScrollText, ShieldMinus, ShieldPlus, UserCheck, UserX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { StatusWord } from "@/app/_components/status-word";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { ActionsMenu } from "@/lib/ui/menu";
import { toast } from "@/lib/ui/toast";
import { type PasswordReset, ResetLinkDialog } from "./reset-link-dialog";

interface PersonRowProps {
  person: Person;
  isSelf: boolean;
  /** Whether the owner is looking, who makes and unmakes admins. */
  isByOwner: boolean;
  hasPasswords: boolean;
  onSetRole: (userId: string, role: TenantInvitationRole) => Promise<unknown>;
  onSetDisabled: (userId: string, isDisabled: boolean) => Promise<unknown>;
  onReset: (userId: string) => Promise<PasswordReset | null>;
}

/** Someone of the workspace, and what may be done about them. */
export function PersonRow({ person, isSelf, isByOwner, hasPasswords, onSetRole, onSetDisabled, onReset }: PersonRowProps) {
  const t = useTranslations("admin.people");
  const { describeError } = useErrorWords();
  const router = useRouter();
  const [isDisabling, setIsDisabling] = useState(false);
  const [reset, setReset] = useState<PasswordReset | null>(null);
  const { id, name, email, tenantRole, disabledAt, lastSeenAt } = person;
  const isAdmin = tenantRole === "ADMIN";
  // The owner is changed by nobody, and nobody changes themselves here.
  const isFixed = isSelf || tenantRole === "OWNER";
  const ofAdmins = isAdmin && !isByOwner ? { reason: t("ownerOnly") } : {};
  const attempt = (work: Promise<unknown>, done: string) =>
    void work.then(
      () => toast(done),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  const createReset = () =>
    void onReset(id).then(setReset, (refusal: unknown) => {
      toast.error(describeError(refusal).message);
    });
  const role: TenantInvitationRole = isAdmin ? "MEMBER" : "ADMIN";
  const items = [
    {
      label: t(`make.${role}`),
      icon: isAdmin ? <ShieldMinus size={16} /> : <ShieldPlus size={16} />,
      onSelect: () => attempt(onSetRole(id, role), t("roleChanged", { name, role })),
      ...(isByOwner ? {} : { reason: t("ownerOnly") }),
    },
    ...(hasPasswords ? [{ label: t("reset.create"), icon: <KeyRound size={16} />, onSelect: createReset, ...ofAdmins }] : []),
    { label: t("activity"), icon: <ScrollText size={16} />, onSelect: () => router.push(`/admin/activity?person=${id}`) },
    { label: t("spending"), icon: <ReceiptText size={16} />, onSelect: () => router.push("/admin/spending") },
    disabledAt
      ? { label: t("enable"), icon: <UserCheck size={16} />, onSelect: () => attempt(onSetDisabled(id, false), t("enabled", { name })), ...ofAdmins }
      : { label: t("disable.action"), icon: <UserX size={16} />, onSelect: () => setIsDisabling(true), isDangerous: true, ...ofAdmins },
  ];
  return (
    <li className="flex min-h-16 items-center gap-4 py-2 pr-3 pl-5">
      <div className="min-w-0 grow">
        <p className="truncate font-medium text-sm">{isSelf ? t("self", { name }) : name}</p>
        {email && email !== name && <p className="truncate text-muted text-xs">{email}</p>}
        <p className="text-muted text-xs">{lastSeenAt ? t("lastSeen", { when: new Date(lastSeenAt) }) : t("neverSeen")}</p>
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1 sm:flex-row sm:gap-4">
        {disabledAt && <StatusWord tone="bad">{t("disabled")}</StatusWord>}
        {tenantRole && <span className="text-muted text-sm">{t(`roles.${tenantRole}`)}</span>}
      </div>
      {isFixed ? (
        <span aria-hidden className="size-9 pointer-coarse:size-11 shrink-0" />
      ) : (
        <ActionsMenu label={t("actionsFor", { name })} items={items} />
      )}
      <ConfirmDialog
        title={t("disable.title", { name })}
        description={t("disable.text")}
        action={t("disable.action")}
        isOpen={isDisabling}
        onConfirm={() => attempt(onSetDisabled(id, true), t("disable.done", { name }))}
        onClose={() => setIsDisabling(false)}
      />
      <ResetLinkDialog name={name} reset={reset} onClose={() => setReset(null)} />
    </li>
  );
}
