import { type BoardAction, can, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";

const maximum = 200;

/** A generation with what is needed to decide who may do what with it. */
export type Judged = Prisma.GenerationGetPayload<{ include: { board: { include: { members: true } } } }>;

/** Whether the viewer may cancel or delete it: its maker while they may generate there, and the board's owner. */
export const mayModerate = (viewer: Viewer, generation: Judged) =>
  (generation.userId === viewer.userId && can(viewer, "generate", generation.board)) || can(viewer, "moderate", generation.board);

/** Whether the viewer may do this on the generation's board. */
export const mayOnBoard = (action: BoardAction) => (viewer: Viewer, generation: Judged) => can(viewer, action, generation.board);

/**
 * Loads up to 200 generations for one change of all of them, in the order given. One that is missing or refused fails them all,
 * and the error names it (`ids.3`). What `where` does not find, and what is not there, is missing.
 */
export async function findMany(
  viewer: Viewer,
  ids: readonly string[],
  may: (viewer: Viewer, generation: Judged) => boolean,
  where: Prisma.GenerationWhereInput = generationsVisibleTo(viewer),
  isThere: (generation: Judged) => boolean = () => true,
): Promise<Judged[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0 || wanted.length > maximum)
    throw new BoardsError("input.invalid", { message: say("reasons.generation.choose", { maximum }), field: "ids" });
  const rows = await db().generation.findMany({
    where: { ...where, id: { in: wanted } },
    include: { board: { include: { members: { where: { userId: viewer.userId } } } } },
  });
  const byId = new Map(rows.filter(isThere).map((row) => [row.id, row]));
  return wanted.map((id) => {
    const field = `ids.${ids.indexOf(id)}`;
    const row = byId.get(id);
    if (!row) throw new BoardsError("generation.not_found", { field });
    if (!may(viewer, row)) throw new BoardsError("generation.forbidden", { field });
    return row;
  });
}
