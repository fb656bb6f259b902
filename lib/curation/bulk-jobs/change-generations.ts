import { findBoardFor } from "@/lib/boards/find-board";
import { createBulkJob } from "@/lib/curation/bulk-jobs/create-bulk-job";
import type { GenerationChange } from "@/lib/curation/bulk-jobs/generation-change";
import { wayOf } from "@/lib/curation/bulk-jobs/generation-changes";
import { maximumNamed, type Named } from "@/lib/curation/bulk-jobs/named-generations";
import { findTags } from "@/lib/curation/tags/tag-generations";
import { type AskedSearch, resolveSearch } from "@/lib/generations/search/resolve-search";
import { type GenerationSearch, searchSql } from "@/lib/generations/search/search-sql";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import type { BulkJob, Prisma } from "@/prisma/generated/client";

/** What a client asks for: exactly one change, of which tags to add and to remove are one. */
export interface AskedChange {
  isTrashed?: boolean | null;
  isStarred?: boolean | null;
  /** 0 takes the rating away. */
  rating?: number | null;
  delete?: boolean | null;
  moveToBoardId?: string | null;
  copyToBoardId?: string | null;
  addTagIds?: string[] | null;
  removeTagIds?: string[] | null;
}

/**
 * Starts a bulk job that changes every generation that is there now and matches, or of these only those that are named, or all but those. What the
 * viewer may not change, and what runs where that matters, is skipped.
 */
export async function changeGenerations(viewer: Viewer, searched: AskedSearch, asked: AskedChange, named: Named = {}): Promise<BulkJob> {
  const search = await checkSearch(viewer, searched);
  checkNamed(named);
  const change = changeOf(asked);
  const needed = ["star", "unstar", "rate", "copy"].includes(change.kind) ? "view" : "generate";
  if (search.boardId) await findBoardFor(viewer, needed, search.boardId, say("reasons.bulkJob.changeDenied"), "search.boardId");
  await wayOf(change).check?.(viewer, change);
  const { ids, exceptIds } = named;
  const kept = JSON.parse(JSON.stringify({ search, change, ids, exceptIds })) as Prisma.InputJsonObject;
  return createBulkJob(viewer, { kind: change.kind, arguments: kept });
}

/** Refuses more named generations than a job takes. */
export function checkNamed(named: Named): void {
  for (const field of ["ids", "exceptIds"] as const)
    if ((named[field]?.length ?? 0) > maximumNamed)
      throw new BoardsError("input.invalid", { message: say("reasons.bulkJob.tooManyNamed", { maximum: maximumNamed }), field });
}

/** The search for a job to work through. One that finds nothing is no harm; a change of what was not meant is. */
export async function checkSearch(viewer: Viewer, asked: AskedSearch): Promise<GenerationSearch> {
  const search = await resolveSearch(viewer, asked, "search.");
  searchSql(viewer, search, "search.");
  const { boardId, userId, tagIds } = search;
  if (boardId) await findBoardFor(viewer, "view", boardId, "", "search.boardId");
  if (tagIds?.length) await findTags(viewer, tagIds, "search.tagIds");
  if (userId && !(await db().user.count({ where: { id: userId, tenantId: viewer.tenantId } })))
    throw new BoardsError("user.not_found", { field: "search.userId" });
  return search;
}

function changeOf({
  isTrashed,
  isStarred,
  rating,
  delete: isDeleted,
  moveToBoardId,
  copyToBoardId,
  addTagIds,
  removeTagIds,
}: AskedChange): GenerationChange {
  const [add, remove] = [addTagIds ?? [], removeTagIds ?? []];
  const changes: GenerationChange[] = [
    ...(isTrashed == null ? [] : [{ kind: isTrashed ? ("trash" as const) : ("restore" as const) }]),
    ...(isStarred == null ? [] : [{ kind: isStarred ? ("star" as const) : ("unstar" as const) }]),
    ...(rating == null ? [] : [{ kind: "rate" as const, rating: ratingOf(rating) }]),
    ...(isDeleted ? [{ kind: "delete" as const }] : []),
    ...(moveToBoardId ? [{ kind: "move" as const, boardId: moveToBoardId }] : []),
    ...(copyToBoardId ? [{ kind: "copy" as const, boardId: copyToBoardId }] : []),
    ...(add.length + remove.length > 0 ? [{ kind: "tag" as const, add: [...new Set(add)], remove: [...new Set(remove)] }] : []),
  ];
  const [change] = changes;
  if (!change || changes.length > 1) throw new BoardsError("input.invalid", { message: say("reasons.bulkJob.oneChange"), field: "change" });
  return change;
}

function ratingOf(rating: number): number | null {
  if (!Number.isInteger(rating) || rating < 0 || rating > 5)
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.between", { name: "rating", minimum: 0, maximum: 5 }),
      field: "change.rating",
    });
  return rating || null;
}
