import DataLoader from "dataloader";
import { boardIsVisibleSql, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { isTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { type Columns, selecting } from "@/lib/platform/graphql/columns";
import { registerLoaders } from "@/lib/platform/graphql/context";
import { pageLoader, rowLoader } from "@/lib/platform/graphql/page-loader";
import type { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { type Generation, Prisma } from "@/prisma/generated/client";

interface GeneratorInTenant {
  tenantId: string;
  generatorName: string;
}

const chosenCover = Prisma.sql`(SELECT cover_generation_id FROM boards.boards WHERE boards.id = parent.id)`;
const onCover = Prisma.sql`board_id = parent.id AND status = 'completed' AND trashed_at IS NULL AND cardinality(thumbnail_widths) > 0`;
/** As many as tell how long the next one takes. */
const recentResults = 20;

/** Batched reads around generations, for one request: only what the viewer may see. */
export function generationLoaders(viewer: Viewer | null, budget: RequestBudget) {
  const read = (ids: string[], where: Prisma.GenerationWhereInput = {}) => db().generation.findMany({ where: { id: { in: ids }, ...where } });
  const readColumns = (ids: string[], columns: Columns<Generation>) =>
    db().generation.findMany({ where: { id: { in: ids } }, ...selecting(columns) }) as Promise<Generation[]>;
  const visible = generationsVisibleTo(viewer);
  return {
    visibleGeneration: rowLoader(budget, (ids) => read(ids, visible)),
    /** What was made from a generation, newest first. One input may fill two fields. */
    usedBy: pageLoader(
      budget,
      Prisma.sql`
        SELECT g.id FROM boards.generation_inputs AS edge
        JOIN boards.generations AS g ON g.id = edge.generation_id JOIN boards.boards AS b ON b.id = g.board_id
        WHERE edge.input_generation_id = parent.id AND g.trashed_at IS NULL AND ${boardIsVisibleSql(viewer)}
          AND NOT EXISTS (SELECT FROM boards.generation_inputs AS other WHERE other.generation_id = g.id
            AND other.input_generation_id = parent.id AND other.position < edge.position)
        ORDER BY edge.created_at DESC, edge.generation_id DESC`,
      readColumns,
    ),
    /** Who asked for a batch, and on which board: names alone, for admins, who need not see the board. */
    origin: new DataLoader<string, { personName: string | null; boardTitle: string } | null>(async (batchIds) => {
      if (!isTenantAdmin(viewer)) return batchIds.map(() => null);
      const rows = await db().generation.findMany({
        where: { batchId: { in: [...batchIds] }, tenantId: viewer.tenantId },
        distinct: ["batchId"],
        select: { batchId: true, user: { select: { displayName: true, account: { select: { email: true } } } }, board: { select: { title: true } } },
      });
      const byId = new Map(
        rows.map(({ batchId, user, board }) => [batchId, { personName: user.displayName ?? user.account.email, boardTitle: board.title }]),
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
    /** How many batches wait in front of a pending one, in the whole installation; null when it does not wait. Uploads have a queue of their own. */
    queuePosition: new DataLoader<string, number | null>(async (batchIds) => {
      const rows = await readAsInstallation(() =>
        db().$queryRaw<{ batch_id: string; ahead: number }[]>(Prisma.sql`
          SELECT * FROM (
            SELECT batch_id, (row_number() OVER (PARTITION BY is_upload ORDER BY min(created_at), batch_id) - 1)::int AS ahead
            FROM boards.generations, LATERAL (SELECT starts_with(generator_name, 'user-upload-') AS is_upload) AS kind
            WHERE status = 'pending' GROUP BY batch_id, is_upload
          ) AS queue WHERE batch_id = ANY(${[...batchIds]}::uuid[])`),
      );
      const byId = new Map(rows.map((row) => [row.batch_id, row.ahead]));
      return batchIds.map((id) => byId.get(id) ?? null);
    }),
    /** The median duration of the last results of a generator in a tenant; null when there are none. */
    expectedSeconds: new DataLoader<GeneratorInTenant, number | null, string>(
      async (asked) => {
        const rows = await db().$queryRaw<{ place: number; seconds: number | null }[]>(Prisma.sql`
          SELECT place::int, (
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM completed_at - started_at)) FROM (
              SELECT started_at, completed_at FROM boards.generations
              WHERE tenant_id = asked.tenant_id AND generator_name = asked.generator_name AND status = 'completed' AND batch_index = 0
              ORDER BY completed_at DESC LIMIT ${recentResults}
            ) AS recent
          )::float8 AS seconds
          FROM unnest(${asked.map(({ tenantId }) => tenantId)}::uuid[], ${asked.map(({ generatorName }) => generatorName)}::text[])
            WITH ORDINALITY AS asked (tenant_id, generator_name, place)`);
        const seconds = new Map(rows.map((row) => [row.place, row.seconds]));
        return asked.map((_, index) => seconds.get(index + 1) ?? null);
      },
      { cacheKeyFn: ({ tenantId, generatorName }) => `${tenantId} ${generatorName}` },
    ),
    /** What a board's cover shows: what was chosen for it, while it is there to be seen, and the newest images. */
    cover: pageLoader(
      budget,
      Prisma.sql`
        SELECT id FROM (
          SELECT id, created_at, true AS is_chosen FROM boards.generations WHERE id = ${chosenCover} AND ${onCover}
          UNION ALL
          (SELECT id, created_at, false FROM boards.generations WHERE id IS DISTINCT FROM ${chosenCover} AND ${onCover}
            ORDER BY created_at DESC, id DESC LIMIT parent.take + parent.skip)
        ) AS shown ORDER BY is_chosen DESC, created_at DESC, id DESC`,
      readColumns,
    ),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof generationLoaders> {}
}

registerLoaders(generationLoaders);
