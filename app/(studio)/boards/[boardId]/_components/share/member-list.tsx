import type { BoardRole, SharedWith } from "@boards/client";
import { Crown, UserMinus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { ActionsMenu } from "@/lib/ui/menu";
import { Select } from "@/lib/ui/select";
import { toast } from "@/lib/ui/toast";
import { boardRoles } from "./board-roles";
import { PersonRow } from "./person-row";

interface MemberListProps {
  board: SharedWith;
  /** The viewer's id. */
  ownId: string;
  changeRole: (userId: string, role: BoardRole) => Promise<unknown>;
  removeMember: (userId: string) => Promise<unknown>;
  transfer: (userId: string) => Promise<unknown>;
}

/** The people of a board, its owner first, with their roles; who manages them changes these here. */
export function MemberList({ board, ownId, changeRole, removeMember, transfer }: MemberListProps) {
  const t = useTranslations("studio.share");
  const { describeError } = useErrorWords();
  const [asking, setAsking] = useState<{ what: "remove" | "transfer"; userId: string; name: string } | null>(null);
  const mayShare = board.permissions.canShare;
  const isOwner = board.owner.id === ownId;
  const attempt = (work: Promise<unknown>, done: string) =>
    work.then(
      () => toast(done),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  const confirm = () => {
    if (!asking) return;
    const { what, userId, name } = asking;
    void attempt(what === "remove" ? removeMember(userId) : transfer(userId), t(`${what}.done`, { name }));
  };
  return (
    <>
      <ul aria-label={t("people")} className="grid grid-cols-1 divide-y rounded-2xl border">
        <PersonRow person={board.owner} isSelf={isOwner}>
          <span className="px-3 text-muted text-sm">{t("roles.OWNER")}</span>
        </PersonRow>
        {board.members.map(({ id, role, user }) => {
          const name = user.displayName ?? user.email ?? t("unnamed");
          const ask = (what: "remove" | "transfer") => () => setAsking({ what, userId: user.id, name });
          if (!mayShare || user.id === ownId)
            return (
              <PersonRow key={id} person={user} isSelf={user.id === ownId}>
                <span className="px-3 text-muted text-sm">{t(`roles.${role}`)}</span>
              </PersonRow>
            );
          return (
            <PersonRow key={id} person={user} isSelf={false}>
              <div className="w-28 shrink-0">
                <Select
                  id={`role-${id}`}
                  label={t("roleOf", { name })}
                  value={role}
                  options={boardRoles}
                  textOf={(each) => t(`roles.${each}`)}
                  onChange={(next) => next !== role && void attempt(changeRole(user.id, next), t("roleChanged", { name, role: next }))}
                />
              </div>
              <ActionsMenu
                label={t("actionsFor", { name })}
                items={[
                  ...(isOwner ? [{ label: t("transfer.action"), icon: <Crown size={16} />, onSelect: ask("transfer") }] : []),
                  { label: t("remove.action"), icon: <UserMinus size={16} />, onSelect: ask("remove"), isDangerous: true },
                ]}
              />
            </PersonRow>
          );
        })}
      </ul>
      <ConfirmDialog
        title={asking ? t(`${asking.what}.title`, { name: asking.name }) : ""}
        description={asking ? t(`${asking.what}.text`, { name: asking.name }) : ""}
        action={asking ? t(`${asking.what}.confirm`) : ""}
        isOpen={asking !== null}
        onConfirm={confirm}
        onClose={() => setAsking(null)}
      />
    </>
  );
}
