import { can, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Loads a generation for its maker (while they may still generate there) or the board's owner. */
export async function findGenerationToModerate(viewer: Viewer, id: string, verb: "cancel" | "delete") {
  const generation = await db().generation.findFirst({
    where: { id, ...generationsVisibleTo(viewer) },
    include: { board: { include: { members: { where: { userId: viewer.userId }, select: { userId: true, role: true } } } } },
  });
  if (!generation) throw new BoardsError("generation.not_found", { field: "id" });
  const isMaker = generation.userId === viewer.userId && can(viewer, "generate", generation.board);
  if (!isMaker && !can(viewer, "moderate", generation.board))
    throw new BoardsError("generation.forbidden", { message: say("reasons.generation.moderateDenied", { verb }) });
  return generation;
}
