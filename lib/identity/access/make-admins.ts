import { type BoardToJudge, can } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import { requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { BoardsError } from "@/lib/platform/errors";

/**
 * Who may make admins, by whichever way: in a tenant its owner, on a board whoever manages its members (its owner and its admins). An API
 * key needs the scope "admin" for either.
 */
export function mayMakeAdmins(viewer: Viewer, board: BoardToJudge | null): boolean {
  return viewer.scopes.includes("admin") && isMaker(viewer, board);
}

/** Insists on someone who may make admins of the tenant or, if one is given, of the board. */
export function requireAdminMaker(viewer: Viewer, board: BoardToJudge | null): void {
  requireViewer(viewer, "admin");
  if (isMaker(viewer, board)) return;
  if (board) throw new BoardsError("board.forbidden", { message: say("reasons.member.adminsOnly") });
  throw new BoardsError("auth.admin_required", { message: say("reasons.user.ownerOnly") });
}

const isMaker = (viewer: Viewer, board: BoardToJudge | null) => (board ? can(viewer, "share", board) : viewer.tenantRole === "owner");
