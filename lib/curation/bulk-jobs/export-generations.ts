import { findBoardFor } from "@/lib/boards/find-board";
import { archiveKeptMs } from "@/lib/curation/bulk-jobs/archive-facts";
import { checkNamed, checkSearch } from "@/lib/curation/bulk-jobs/change-generations";
import { createBulkJob } from "@/lib/curation/bulk-jobs/create-bulk-job";
import type { Named } from "@/lib/curation/bulk-jobs/named-generations";
import type { AskedSearch } from "@/lib/generations/search/resolve-search";
import { boardsFamiliarTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import type { BulkJob, Prisma } from "@/prisma/generated/client";

/** A person keeps so many exports until they expire: each may be as large as everything that they see. */
const maximumKept = 20;

/**
 * Starts a bulk job that writes every finished generation that is there now and matches into an archive, or of these only those that are named, or
 * all but those; with a search for a board alone, it is the board. `embedPrompts` writes prompt and settings into the PNGs, too. For people on the
 * board: strangers are not told how things were made.
 */
export async function exportGenerations(
  viewer: Viewer,
  asked: AskedSearch,
  { embedPrompts = false, ...named }: Named & { embedPrompts?: boolean } = {},
): Promise<BulkJob> {
  const search = await checkSearch(viewer, asked);
  checkNamed(named);
  const { ids, exceptIds } = named;
  const board = search.boardId ? await findBoardFor(viewer, "view", search.boardId, "", "search.boardId") : null;
  if (board && !(await db().board.count({ where: { id: board.id, ...boardsFamiliarTo(viewer) } })))
    throw new BoardsError("board.forbidden", { message: say("reasons.archive.exportDenied") });
  const kept = JSON.parse(JSON.stringify({ search, ids, exceptIds, embedPrompts })) as Prisma.InputJsonObject;
  const { id = null, title = say("reasons.archive.searchTitle"), description = null } = board ?? {};
  return createBulkJob(viewer, {
    kind: "export",
    arguments: { ...kept, boardId: id, title, description },
    atOnce: (tx) => checkKept(tx, viewer.userId),
  });
}

/** Refuses one more export than a person may keep. Of those that failed or were canceled lies there what they wrote. */
async function checkKept(tx: Transaction, userId: string): Promise<void> {
  const isKept = { OR: [{ state: "running" }, { endedAt: { gt: new Date(Date.now() - archiveKeptMs()) } }] };
  const kept = await tx.bulkJob.findMany({
    where: { userId, kind: "export", ...isKept },
    orderBy: { endedAt: { sort: "asc", nulls: "last" } },
    take: maximumKept,
  });
  if (kept.length < maximumKept) return;
  const endedAt = kept[0]?.endedAt;
  const message = endedAt
    ? say("reasons.archive.tooManyKept", { maximum: maximumKept, until: new Date(endedAt.getTime() + archiveKeptMs()) })
    : say("reasons.archive.tooManyRunning", { maximum: maximumKept });
  throw new BoardsError("archive.too_many", { message });
}
