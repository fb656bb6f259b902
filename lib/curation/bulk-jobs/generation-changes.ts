import { findBoardFor } from "@/lib/boards/find-board";
import type { GenerationChange, Inverse } from "@/lib/curation/bulk-jobs/generation-change";
import { groupInverses } from "@/lib/curation/bulk-jobs/inverse-changes";
import { writeMarks } from "@/lib/curation/marks/mark-generations";
import { findTags, maximumTags, writeTaggings } from "@/lib/curation/tags/tag-generations";
import { restoreRows, trashRows } from "@/lib/curation/trash/trash";
import { destroyGenerations } from "@/lib/generations/destroy-generations";
import { type Judged, mayModerate, mayOnBoard } from "@/lib/generations/find-many";
import { copyRows, moveRows } from "@/lib/generations/move-generations";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { bytesOf, checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";

type AlsoDo = (tx: Transaction) => Promise<void>;

interface Way<Change> {
  /** So many generations change in one transaction. */
  atOnce: number;
  /** Throws when it can't be done at all; looked at before the job and before each of its pieces. */
  check?(viewer: Viewer, change: Change): Promise<unknown>;
  /** Whether this one is changed. Others are skipped. */
  may(viewer: Viewer, generation: Judged, change: Change): boolean | Promise<boolean>;
  /** What will take it back, told before it is done. Ways without this can't be undone. */
  inverse?(viewer: Viewer, generations: Judged[], change: Change): Inverse[] | Promise<Inverse[]>;
  apply(viewer: Viewer, generations: Judged[], change: Change, alsoDo: AlsoDo): Promise<unknown>;
}

type Ways = { [Kind in GenerationChange["kind"]]: Way<Extract<GenerationChange, { kind: Kind }>> };

const idsOf = (generations: Judged[]) => generations.map(({ id }) => id);
const hasEnded = ({ status }: Judged) => !liveStatuses.includes(status);
const hasFile = async (storageKey: string) => (await currentStorage().stat(storageKey)) !== null;
const boardFor = (viewer: Viewer, boardId: string, field: string) =>
  findBoardFor(viewer, "generate", boardId, say("reasons.generation.moveDenied"), field);

async function marksOf({ userId }: Viewer, generations: Judged[]) {
  const marks = await db().generationMark.findMany({ where: { userId, generationId: { in: idsOf(generations) } } });
  return new Map(marks.map((mark) => [mark.generationId, mark]));
}

const ways: Ways = {
  trash: {
    atOnce: 1000,
    may: mayModerate,
    inverse: (_viewer, generations) => [{ change: { kind: "restore" }, generationIds: idsOf(generations) }],
    apply: (_viewer, generations, _change, alsoDo) => trashRows(generations, alsoDo),
  },
  restore: {
    atOnce: 1000,
    may: mayModerate,
    inverse: (_viewer, generations) => [{ change: { kind: "trash" }, generationIds: idsOf(generations) }],
    apply: (_viewer, generations, _change, alsoDo) => restoreRows(generations, alsoDo),
  },
  delete: { atOnce: 1000, may: mayModerate, apply: (_viewer, generations, _change, alsoDo) => destroyGenerations(idsOf(generations), { alsoDo }) },
  star: {
    atOnce: 1000,
    may: () => true,
    inverse: async (viewer, generations) => {
      const marks = await marksOf(viewer, generations);
      return groupInverses(generations, ({ id }) => (marks.get(id)?.isStarred ? null : { kind: "unstar" }));
    },
    apply: (viewer, generations, _change, alsoDo) => writeMarks(viewer.userId, idsOf(generations), { isStarred: true }, alsoDo),
  },
  unstar: {
    atOnce: 1000,
    may: () => true,
    inverse: async (viewer, generations) => {
      const marks = await marksOf(viewer, generations);
      return groupInverses(generations, ({ id }) => (marks.get(id)?.isStarred ? { kind: "star" } : null));
    },
    apply: (viewer, generations, _change, alsoDo) => writeMarks(viewer.userId, idsOf(generations), { isStarred: false }, alsoDo),
  },
  rate: {
    atOnce: 1000,
    may: () => true,
    inverse: async (viewer, generations, { rating }) => {
      const marks = await marksOf(viewer, generations);
      const before = ({ id }: Judged) => marks.get(id)?.rating ?? null;
      return groupInverses(generations, (row) => (before(row) === rating ? null : { kind: "rate", rating: before(row) }));
    },
    apply: (viewer, generations, { rating }, alsoDo) => writeMarks(viewer.userId, idsOf(generations), { rating }, alsoDo),
  },
  move: {
    atOnce: 1000,
    check: (viewer, { boardId }) => boardFor(viewer, boardId, "change.moveToBoardId"),
    may: (viewer, generation) => hasEnded(generation) && mayModerate(viewer, generation),
    inverse: (_viewer, generations, { boardId }) =>
      groupInverses(generations, (row) => (row.boardId === boardId ? null : { kind: "move", boardId: row.boardId })),
    apply: (_viewer, generations, { boardId }, alsoDo) => moveRows(generations, boardId, alsoDo),
  },
  copy: {
    // Their files are copied, too.
    atOnce: 50,
    check: (viewer, { boardId }) => boardFor(viewer, boardId, "change.copyToBoardId"),
    // One whose file is gone would fail the others on every try.
    may: async (_viewer, generation) => hasEnded(generation) && (generation.storageKey === null || (await hasFile(generation.storageKey))),
    apply: async (viewer, generations, { boardId }, alsoDo) => {
      const board = await boardFor(viewer, boardId, "change.copyToBoardId");
      const rows = generations.map(({ board: _board, ...row }) => row);
      await checkStorageLimits(viewer, bytesOf(rows));
      await copyRows(viewer, rows, board, alsoDo);
    },
  },
  tag: {
    atOnce: 500,
    check: async (viewer, { add, remove }) => {
      await findTags(viewer, add, "change.addTagIds");
      await findTags(viewer, remove, "change.removeTagIds");
    },
    may: (viewer, generation, { add, remove }) => {
      const after = new Set([...generation.tagIds.filter((id) => !remove.includes(id)), ...add]);
      return after.size <= maximumTags && mayOnBoard("generate")(viewer, generation);
    },
    inverse: (_viewer, generations, { add, remove }) =>
      groupInverses(generations, ({ tagIds }) => {
        const [took, put] = [remove.filter((id) => tagIds.includes(id)), add.filter((id) => !tagIds.includes(id))];
        return took.length + put.length > 0 ? { kind: "tag", add: took, remove: put } : null;
      }),
    apply: (_viewer, generations, change, alsoDo) => writeTaggings(idsOf(generations), change, alsoDo),
  },
};

/** How a change is made. */
export const wayOf = (change: GenerationChange): Way<GenerationChange> => ways[change.kind] as Way<GenerationChange>;
