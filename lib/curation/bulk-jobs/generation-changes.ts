import { z } from "zod";
import { findBoardFor } from "@/lib/boards/find-board";
import { writeMarks } from "@/lib/curation/marks/mark-generations";
import { findTags, maximumTags, writeTaggings } from "@/lib/curation/tags/tag-generations";
import { restoreRows, trashRows } from "@/lib/curation/trash/trash";
import { destroyGenerations } from "@/lib/generations/destroy-generations";
import { type Judged, mayModerate, mayOnBoard } from "@/lib/generations/find-many";
import { copyRows, moveRows } from "@/lib/generations/move-generations";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { Transaction } from "@/lib/platform/db/client";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { bytesOf, checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";

/** What to do with each generation, as a job keeps it. */
export const generationChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("trash") }),
  z.object({ kind: z.literal("restore") }),
  z.object({ kind: z.literal("delete") }),
  z.object({ kind: z.literal("star") }),
  z.object({ kind: z.literal("unstar") }),
  z.object({ kind: z.literal("move"), boardId: z.uuid() }),
  z.object({ kind: z.literal("copy"), boardId: z.uuid() }),
  z.object({ kind: z.literal("tag"), add: z.array(z.uuid()), remove: z.array(z.uuid()) }),
]);

/** One of these changes. */
export type GenerationChange = z.infer<typeof generationChange>;

type AlsoDo = (tx: Transaction) => Promise<void>;

interface Way<Change> {
  /** So many generations change in one transaction. */
  atOnce: number;
  /** Throws when it can't be done at all; looked at before the job and before each of its pieces. */
  check?(viewer: Viewer, change: Change): Promise<unknown>;
  /** Whether this one is changed. Others are skipped. */
  may(viewer: Viewer, generation: Judged, change: Change): boolean | Promise<boolean>;
  apply(viewer: Viewer, generations: Judged[], change: Change, alsoDo: AlsoDo): Promise<unknown>;
}

type Ways = { [Kind in GenerationChange["kind"]]: Way<Extract<GenerationChange, { kind: Kind }>> };

const idsOf = (generations: Judged[]) => generations.map(({ id }) => id);
const hasEnded = ({ status }: Judged) => !liveStatuses.includes(status);
const hasFile = async (storageKey: string) => (await currentStorage().stat(storageKey)) !== null;
const boardFor = (viewer: Viewer, boardId: string, field: string) =>
  findBoardFor(viewer, "generate", boardId, say("reasons.generation.moveDenied"), field);

const ways: Ways = {
  trash: { atOnce: 1000, may: mayModerate, apply: (_viewer, generations, _change, alsoDo) => trashRows(generations, alsoDo) },
  restore: { atOnce: 1000, may: mayModerate, apply: (_viewer, generations, _change, alsoDo) => restoreRows(generations, alsoDo) },
  delete: { atOnce: 1000, may: mayModerate, apply: (_viewer, generations, _change, alsoDo) => destroyGenerations(idsOf(generations), { alsoDo }) },
  star: {
    atOnce: 1000,
    may: () => true,
    apply: (viewer, generations, _change, alsoDo) => writeMarks(viewer.userId, idsOf(generations), { isStarred: true }, alsoDo),
  },
  unstar: {
    atOnce: 1000,
    may: () => true,
    apply: (viewer, generations, _change, alsoDo) => writeMarks(viewer.userId, idsOf(generations), { isStarred: false }, alsoDo),
  },
  move: {
    atOnce: 1000,
    check: (viewer, { boardId }) => boardFor(viewer, boardId, "change.moveToBoardId"),
    may: (viewer, generation) => hasEnded(generation) && mayModerate(viewer, generation),
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
    apply: (_viewer, generations, change, alsoDo) => writeTaggings(idsOf(generations), change, alsoDo),
  },
};

/** How a change is made. */
export const wayOf = (change: GenerationChange): Way<GenerationChange> => ways[change.kind] as Way<GenerationChange>;
