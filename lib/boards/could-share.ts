import { can } from "@/lib/identity/access/board-policy";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import type { Board } from "@/prisma/generated/client";

/** Whether the viewer is one of those who share this board, whatever the scopes of their key. */
export async function mayShare(board: Board, { viewer, loaders }: GraphqlContext): Promise<boolean> {
  const role = viewer && (await loaders.memberRole.load(board.id));
  return can(viewer, "share", { ...board, members: viewer && role ? [{ userId: viewer.userId, role }] : [] });
}

/** Whether the viewer may share this board, and has the scope for it. */
export async function couldShare(boardId: string, context: GraphqlContext): Promise<boolean> {
  if (!context.viewer?.scopes.includes("write")) return false;
  const board = await context.loaders.board.load(boardId);
  return board !== null && mayShare(board, context);
}
