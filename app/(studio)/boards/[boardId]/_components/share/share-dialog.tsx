import { useSharing, useViewer } from "@boards/client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { AddPeople } from "./add-people";
import { InvitationList } from "./invitation-list";
import { LeaveButton } from "./leave-button";
import { MemberList } from "./member-list";
import { PublicSwitch } from "./public-switch";
import { ShareLinks } from "./share-links";

/** Who may see and change a board, and by which links; who may change that does so here, everyone else sees who it is. */
export function ShareDialog({ boardId, isOpen, onClose }: { boardId: string; isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("studio.share");
  return (
    <Dialog title={t("title")} isOpen={isOpen} onClose={onClose} className="!w-[min(38rem,calc(100vw-1.5rem))] max-sm:!p-4">
      <Sharing boardId={boardId} />
    </Dialog>
  );
}

/** Asks only while the window is open. */
function Sharing({ boardId }: { boardId: string }) {
  const t = useTranslations("studio.share");
  const { describeError } = useErrorWords();
  const { viewer, canSignIn } = useViewer();
  const sharing = useSharing(boardId);
  const [isReloading, setIsReloading] = useState(false);
  const board = sharing.sharing;
  if (!board || !viewer)
    return sharing.error ? (
      <div role="alert" className="grid justify-items-start gap-4">
        <p className="text-danger text-sm">{describeError(sharing.error).message}</p>
        <Button
          look="quiet"
          disabled={isReloading}
          onClick={() => {
            setIsReloading(true);
            void sharing
              .reload()
              .catch(() => undefined)
              .then(() => setIsReloading(false));
          }}
        >
          {t("retry")}
        </Button>
      </div>
    ) : (
      <div role="status" aria-label={t("loading")} className="h-56 animate-shimmer rounded-2xl bg-loading" />
    );
  const mayShare = board.permissions.canShare;
  const isMember = board.members.some(({ user }) => user.id === viewer.id);
  return (
    <div className="grid grid-cols-1 gap-6">
      {!mayShare && <p className="text-muted text-sm">{t(isMember ? "mayNotShare" : "notMember")}</p>}
      {/* Where nobody signs in there is nobody to add: everyone here is the owner. */}
      {!canSignIn && <p className="text-muted text-sm">{t("nobodySignsIn")}</p>}
      {canSignIn && mayShare && <AddPeople boardId={boardId} pending={board.invitations} onAdd={sharing.addMember} onInvite={sharing.invite} />}
      {canSignIn && (
        <Part title={t("people")}>
          <MemberList board={board} ownId={viewer.id} {...sharing} />
          {sharing.hasMoreMembers && (
            <Button look="quiet" className="justify-self-center" onClick={() => void sharing.loadMoreMembers()}>
              {t("moreMembers")}
            </Button>
          )}
        </Part>
      )}
      {board.invitations.length > 0 && (
        <Part title={t("invitations")}>
          <InvitationList invitations={board.invitations} />
        </Part>
      )}
      <Part title={t("access")}>
        <PublicSwitch boardId={boardId} isPublic={board.isPublic} mayChange={board.permissions.canEdit} />
        {mayShare && <ShareLinks links={board.shareLinks} onCreate={sharing.createLink} onRevoke={sharing.revokeLink} />}
      </Part>
      {isMember && <LeaveButton title={board.title} onLeave={sharing.leave} />}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-3">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </section>
  );
}
