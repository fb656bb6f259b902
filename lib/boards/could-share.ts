import { can } from "@/lib/boards/policy";
import type { GraphqlContext } from "@/lib/graphql/context";

/** Whether the viewer may share this board, and has the scope for it. */
export async function couldShare(boardId: string, { viewer, loaders }: GraphqlContext): Promise<boolean> {
  if (!viewer?.scopes.includes("write")) return false;
  const [board, role] = await Promise.all([loaders.board.load(boardId), loaders.memberRole.load(boardId)]);
  return board !== null && can(viewer, "share", { ...board, members: role ? [{ userId: viewer.userId, role }] : [] });
}
