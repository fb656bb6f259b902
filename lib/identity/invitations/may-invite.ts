import { type BoardToJudge, can } from "@/lib/identity/access/board-policy";
import { mayMakeAdmins } from "@/lib/identity/access/make-admins";
import { isTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";

/** Whether someone may send, and keep open, an invitation: to a board whoever manages its members, to the tenant its admins; for an admin's role whoever makes admins. */
export function mayInvite(viewer: Viewer, { role, board }: { role: string; board: BoardToJudge | null }): boolean {
  if (role === "admin") return mayMakeAdmins(viewer, board);
  return board ? can(viewer, "share", board) : isTenantAdmin(viewer);
}
