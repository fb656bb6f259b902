import { type ExportedRow, exportedColumns } from "@/lib/curation/board-archives/export-rows";
import { findMany } from "@/lib/generations/find-many";
import { boardsFamiliarTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** The finished ones of up to 200 results, from the oldest, with what is exported of them. For people on their boards, as an export is. */
export async function findExported(viewer: Viewer, ids: string[]): Promise<ExportedRow[]> {
  const wanted = (await findMany(viewer, ids, () => true)).map(({ id }) => id);
  const rows = await db().generation.findMany({
    where: { id: { in: wanted }, board: boardsFamiliarTo(viewer) },
    include: { ...exportedColumns(viewer.userId) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (rows.length < wanted.length) throw new BoardsError("board.forbidden", { message: say("reasons.archive.exportDenied") });
  return rows.filter(({ status }) => status === "completed");
}
