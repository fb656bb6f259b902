import DataLoader from "dataloader";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { generationsVisibleTo } from "@/lib/generations/policy";
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
