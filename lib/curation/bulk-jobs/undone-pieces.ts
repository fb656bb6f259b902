import * as z from "zod";
import { generationChange } from "@/lib/curation/bulk-jobs/generation-change";
import { wayOf } from "@/lib/curation/bulk-jobs/generation-changes";
import type { Pieces, Work } from "@/lib/curation/bulk-jobs/pieces";
import { isTrashed } from "@/lib/curation/trash/trash";
import { addUpOwnCounts } from "@/lib/generations/add-up-counts";
import { boardsOf, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { db, type Transaction } from "@/lib/platform/db/client";

const jobIdOf = ({ job }: Work) => z.object({ jobId: z.uuid() }).parse(job.arguments).jobId;

/** What takes back a bulk job, part by part. What is left says what is to be done. */
export const undonePieces: Pieces = {
  count: async (work) => {
    const [row] = await db().$queryRaw<{ count: number }[]>`
      SELECT coalesce(sum(cardinality(generation_ids)), 0)::int AS count FROM boards.bulk_job_inverses WHERE job_id = ${jobIdOf(work)}::uuid`;
    return row?.count ?? 0;
  },
  doNext: async (work, moveOn) => {
    const { viewer } = work;
    const inverse = await db().bulkJobInverse.findFirst({ where: { jobId: jobIdOf(work) }, orderBy: { id: "asc" } });
    if (!inverse) return false;
    const change = generationChange.parse(inverse.change);
    const way = wayOf(change);
    await way.check?.(viewer, change);
    const isRestored = change.kind === "restore";
    const found = await db().generation.findMany({
      where: { id: { in: inverse.generationIds }, ...(isRestored ? { board: boardsOf(viewer) } : generationsVisibleTo(viewer)) },
      include: { board: { include: { members: { where: { userId: viewer.userId } } } } },
    });
    const rows = isRestored ? found.filter(isTrashed) : found;
    const verdicts = await Promise.all(rows.map((row) => way.may(viewer, row, change)));
    const allowed = rows.filter((_row, index) => verdicts[index]);
    const boardIds = new Set([...allowed.map(({ boardId }) => boardId), ...("boardId" in change ? [change.boardId] : [])]);
    const finish = async (tx: Transaction) => {
      await addUpOwnCounts(tx, [...boardIds]);
      await tx.bulkJobInverse.deleteMany({ where: { id: inverse.id } });
      await moveOn(tx, { done: inverse.generationIds.length, skipped: inverse.generationIds.length - allowed.length });
    };
    if (allowed.length > 0) await way.apply(viewer, allowed, change, finish);
    else await db().$transaction(finish);
    return true;
  },
};
