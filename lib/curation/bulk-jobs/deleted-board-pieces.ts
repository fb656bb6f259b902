import * as z from "zod";
import type { Pieces, Work } from "@/lib/curation/bulk-jobs/pieces";
import { destroySomeOf } from "@/lib/curation/trash/destroy-board";
import { db } from "@/lib/platform/db/client";

const boardIdOf = ({ job }: Work) => z.object({ boardId: z.uuid() }).parse(job.arguments).boardId;

/** What is on a deleted board, and then the board itself. */
export const deletedBoardPieces: Pieces = {
  count: (work) => db().generation.count({ where: { boardId: boardIdOf(work) } }),
  doNext: (work, moveOn) => destroySomeOf(boardIdOf(work), (tx, done) => moveOn(tx, { done })),
};
