import DataLoader from "dataloader";
import { isTenantAdmin, type Viewer } from "@/lib/auth/viewer";
import { generationsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";
import { Prisma } from "@/prisma/generated/client";

const coverSize = 4;

type GenerationRow = Prisma.GenerationGetPayload<object>;

/** Batched reads around generations, for one request: only what the viewer may see. */
export function generationLoaders(viewer: Viewer | null) {
  const visible = generationsVisibleTo(viewer);
  return {
    visibleGeneration: new DataLoader<string, GenerationRow | null>(async (ids) => {
      const rows = await db().generation.findMany({ where: { id: { in: [...ids] }, ...visible } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    /** What was made from a generation, newest first. */
    usedBy: new DataLoader<string, GenerationRow[]>(async (ids) => {
      const edges = await db().generationInput.findMany({
        where: { inputGenerationId: { in: [...ids] }, generation: visible },
        include: { generation: true },
        orderBy: [{ generation: { createdAt: "desc" } }, { generationId: "desc" }],
      });
      return ids.map((id) => {
        const users = edges.filter((edge) => edge.inputGenerationId === id).map((edge) => edge.generation);
        // One input may fill two fields.
        return [...new Map(users.map((user) => [user.id, user])).values()];
      });
    }),
    /** Who asked for a batch, and on which board: names alone, for admins, who need not see the board. */
    origin: new DataLoader<string, { personName: string | null; boardTitle: string } | null>(async (batchIds) => {
      if (!isTenantAdmin(viewer)) return batchIds.map(() => null);
      const rows = await db().generation.findMany({
        where: { batchId: { in: [...batchIds] }, tenantId: viewer.tenantId },
        distinct: ["batchId"],
        select: { batchId: true, user: { select: { displayName: true, email: true } }, board: { select: { title: true } } },
      });
      const byId = new Map(
        rows.map(({ batchId, user, board }) => [batchId, { personName: user.displayName ?? user.email, boardTitle: board.title }]),
      );
      return batchIds.map((id) => byId.get(id) ?? null);
    }),
    /** The viewer's own star and rating. */
    mark: new DataLoader<string, { isStarred: boolean; rating: number | null } | null>(async (ids) => {
      if (!viewer) return ids.map(() => null);
      const rows = await db().generationMark.findMany({ where: { userId: viewer.userId, generationId: { in: [...ids] } } });
      const byId = new Map(rows.map((row) => [row.generationId, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    /** How many batches wait in front of a pending one, in the whole installation; null when it does not wait. */
    queuePosition: new DataLoader<string, number | null>(async (batchIds) => {
      const rows = await asInstallation(() =>
        db().$queryRaw<{ batch_id: string; ahead: number }[]>(Prisma.sql`
          SELECT waiting.batch_id, (
            SELECT count(DISTINCT other.batch_id)::int FROM boards.generations AS other
            WHERE other.status = 'pending' AND (other.created_at, other.batch_id) < (waiting.created_at, waiting.batch_id)
          ) AS ahead
          FROM boards.generations AS waiting
          WHERE waiting.batch_id = ANY(${[...batchIds]}::uuid[]) AND waiting.batch_index = 0 AND waiting.status = 'pending'`),
      );
      const byId = new Map(rows.map((row) => [row.batch_id, row.ahead]));
      return batchIds.map((id) => byId.get(id) ?? null);
    }),
    /** The newest pictures of a board, for its cover. */
    cover: new DataLoader<string, GenerationRow[]>(async (boardIds) => {
      const newest = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
        SELECT picture.id FROM unnest(${[...boardIds]}::uuid[]) AS board(id) CROSS JOIN LATERAL (
          SELECT id FROM boards.generations
          WHERE board_id = board.id AND status = 'completed' AND trashed_at IS NULL AND cardinality(thumbnail_widths) > 0
          ORDER BY created_at DESC, id DESC LIMIT ${coverSize}
        ) AS picture`);
      const rows = await db().generation.findMany({
        where: { id: { in: newest.map((row) => row.id) } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
      return boardIds.map((id) => rows.filter((row) => row.boardId === id));
    }),
  };
}

export type GenerationLoaders = ReturnType<typeof generationLoaders>;
