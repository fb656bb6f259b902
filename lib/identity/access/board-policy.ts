import { isTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { Prisma } from "@/prisma/generated/client";

/** What someone may want to do with a board. */
export type BoardAction = "view" | "edit" | "delete" | "generate" | "moderate" | "share" | "transfer";

/** A viewer's standing on a board. */
type BoardStanding = "owner" | "admin" | "editor" | "viewer" | "public" | "none";

const allowed: Record<BoardAction, readonly BoardStanding[]> = {
  view: ["owner", "admin", "editor", "viewer", "public"],
  edit: ["owner", "admin"],
  delete: ["owner"],
  generate: ["owner", "admin", "editor"],
  /** Cancel and delete what others made. */
  moderate: ["owner"],
  /** Members, invitations and share links. */
  share: ["owner", "admin"],
  transfer: ["owner"],
};

/** A board with what is needed to decide: the members row of the viewer, if any. */
export interface BoardToJudge {
  tenantId: string;
  ownerId: string;
  isPublic: boolean;
  members: { userId: string; role: string }[];
}

/** Where the viewer stands on this board. */
function standingOn(viewer: Viewer | null, board: BoardToJudge): BoardStanding {
  const rest = board.isPublic ? "public" : "none";
  if (!viewer || viewer.tenantId !== board.tenantId) return rest;
  if (board.ownerId === viewer.userId) return "owner";
  const role = board.members.find((member) => member.userId === viewer.userId)?.role;
  return role === "admin" || role === "editor" || role === "viewer" ? role : rest;
}

/** Whether the viewer may do this on this board. */
export function can(viewer: Viewer | null, action: BoardAction, board: BoardToJudge): boolean {
  return allowed[action].includes(standingOn(viewer, board));
}

/** The same rule as `can(viewer, "view", board)`, as a condition of a query. */
export function boardsVisibleTo(viewer: Viewer | null): Prisma.BoardWhereInput {
  if (!viewer) return publicBoards;
  return { OR: [publicBoards, boardsOf(viewer)] };
}

/** Boards that everyone may see, of every tenant. */
export const publicBoards: Prisma.BoardWhereInput = { isPublic: true, trashedAt: null };

/** Boards that the viewer owns or is a member of. */
export function boardsOf(viewer: Viewer): Prisma.BoardWhereInput {
  return { tenantId: viewer.tenantId, trashedAt: null, OR: [{ ownerId: viewer.userId }, { members: { some: { userId: viewer.userId } } }] };
}

/** Boards that this user may share: the same rule as `can(viewer, "share", board)`, as a condition of a query. */
export const boardsSharedBy = (userId: string): Prisma.BoardWhereInput => ({
  OR: [{ ownerId: userId }, { members: { some: { userId, role: "admin" } } }],
});

/** Boards on which this user may make and upload: the same rule as `can(viewer, "generate", board)`, as a condition of a query. */
export const boardsMadeOnBy = (userId: string): Prisma.BoardWhereInput => ({
  trashedAt: null,
  OR: [{ ownerId: userId }, { members: { some: { userId, role: { in: ["admin", "editor"] } } } }],
});

/**
 * Boards to which the viewer is no stranger: those they own or are a member of, and for an admin all of their tenant. Strangers to a public board
 * see what its owner shows, and neither prices nor tags, members or settings. A condition to have beside the one for what may be seen.
 */
export function boardsFamiliarTo(viewer: Viewer | null): Prisma.BoardWhereInput {
  if (!viewer) return { id: { in: [] } };
  const { tenantId, userId } = viewer;
  return isTenantAdmin(viewer) ? { tenantId } : { tenantId, OR: [{ ownerId: userId }, { members: { some: { userId } } }] };
}

/** What is on boards that the viewer may see, without what lies in the trash; a condition on generations. */
export function generationsVisibleTo(viewer: Viewer | null): { trashedAt: null; board: Prisma.BoardWhereInput } {
  return { trashedAt: null, board: boardsVisibleTo(viewer) };
}

/** The same rule as `boardsVisibleTo`, as a condition on `boards.boards AS b`: for recursive queries, which Prisma cannot say. */
export function boardIsVisibleSql(viewer: Viewer | null): Prisma.Sql {
  if (!viewer) return Prisma.sql`b.trashed_at IS NULL AND b.is_public`;
  return boardIsVisibleToSql({ tenantId: Prisma.sql`${viewer.tenantId}::uuid`, userId: Prisma.sql`${viewer.userId}::uuid` });
}

/** The same rule once more, for viewers whose ids are columns of the query itself; null ids are nobody's. */
export function boardIsVisibleToSql({ tenantId, userId }: { tenantId: Prisma.Sql; userId: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`b.trashed_at IS NULL AND (b.is_public OR (b.tenant_id = ${tenantId} AND (
    b.owner_id = ${userId} OR EXISTS (SELECT FROM boards.board_members AS m WHERE m.board_id = b.id AND m.user_id = ${userId}))))`;
}

/** The same rule as `boardsOf`, as a condition on `boards.boards AS b`. */
export function boardIsOfSql({ tenantId, userId }: Viewer): Prisma.Sql {
  return Prisma.sql`b.trashed_at IS NULL AND b.tenant_id = ${tenantId}::uuid AND (b.owner_id = ${userId}::uuid
    OR b.id IN (SELECT m.board_id FROM boards.board_members AS m WHERE m.user_id = ${userId}::uuid))`;
}

/** The same rule as `boardsFamiliarTo`, as a condition on `boards.boards AS b`. */
export function boardIsFamiliarSql(viewer: Viewer | null): Prisma.Sql {
  if (!viewer) return Prisma.sql`false`;
  return boardIsFamiliarToSql({
    tenantId: Prisma.sql`${viewer.tenantId}::uuid`,
    userId: Prisma.sql`${viewer.userId}::uuid`,
    isTenantAdmin: Prisma.sql`${isTenantAdmin(viewer)}`,
  });
}

/** The same rule once more, for viewers whose ids are columns of the query itself. */
export function boardIsFamiliarToSql({ tenantId, userId, isTenantAdmin }: { tenantId: Prisma.Sql; userId: Prisma.Sql; isTenantAdmin: Prisma.Sql }) {
  return Prisma.sql`(b.tenant_id = ${tenantId} AND (${isTenantAdmin} OR b.owner_id = ${userId}
    OR EXISTS (SELECT FROM boards.board_members AS m WHERE m.board_id = b.id AND m.user_id = ${userId})))`;
}
