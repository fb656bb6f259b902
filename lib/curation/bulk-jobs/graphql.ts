import { BoardRef } from "@/lib/boards/graphql";
import { archiveExpiry, archiveUrl, boardOfJob, titleOfJob } from "@/lib/curation/bulk-jobs/archive-facts";
import type { BulkJobKind } from "@/lib/curation/bulk-jobs/bulk-job-kinds";
import { changeGenerations } from "@/lib/curation/bulk-jobs/change-generations";
import { deleteBoard } from "@/lib/curation/bulk-jobs/delete-board";
import { deleteExport } from "@/lib/curation/bulk-jobs/delete-export";
import { duplicateBoard } from "@/lib/curation/bulk-jobs/duplicate-board";
import { emptyTrash } from "@/lib/curation/bulk-jobs/empty-trash";
import { cancelBulkJob, resumeBulkJob } from "@/lib/curation/bulk-jobs/end-bulk-job";
import { exportGenerations } from "@/lib/curation/bulk-jobs/export-generations";
import { maximumNamed } from "@/lib/curation/bulk-jobs/named-generations";
import { undoBulkJob } from "@/lib/curation/bulk-jobs/undo-bulk-job";
import { SearchInput } from "@/lib/generations/search/search-input";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { builder } from "@/lib/platform/graphql/builder";
import { lowerCased } from "@/lib/platform/graphql/enums";
import { page } from "@/lib/platform/graphql/page";
import { takingUpTo } from "@/lib/platform/limits/input-limits";

const Kind = builder.enumType("BulkJobKind", {
  values: lowerCased(
    "DELETE_BOARD",
    "EMPTY_TRASH",
    "TRASH",
    "RESTORE",
    "DELETE",
    "MOVE",
    "COPY",
    "STAR",
    "UNSTAR",
    "RATE",
    "TAG",
    "UNDO",
    "EXPORT",
    "IMPORT",
  ),
});
const State = builder.enumType("BulkJobState", { values: lowerCased("RUNNING", "COMPLETED", "FAILED", "CANCELLED") });

const BulkJobRef = builder.prismaObject("BulkJob", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    kind: t.field({ type: Kind, resolve: ({ kind }) => kind as BulkJobKind }),
    state: t.field({ type: State, resolve: ({ state }) => state as typeof State.$inferType }),
    total: t.exposeInt("total", { nullable: true }),
    done: t.exposeInt("done"),
    skipped: t.exposeInt("skipped"),
    boardId: t.field({
      type: "UUID",
      nullable: true,
      description: "The board that is exported, imported to, deleted or copied to. Null for jobs that aren't about one board.",
      resolve: boardOfJob,
    }),
    title: t.string({ nullable: true, description: "The title of that board.", resolve: titleOfJob }),
    downloadUrl: t.string({
      nullable: true,
      description: "Signed URL of an exported archive, which answers ranges. Null until it is written and after `downloadExpiresAt`.",
      resolve: archiveUrl,
    }),
    downloadExpiresAt: t.field({ type: "DateTime", nullable: true, resolve: archiveExpiry }),
    errorCode: t.exposeString("errorCode", { nullable: true, description: "The reason it failed, such as `storage.limit_reached`." }),
    errorMessage: t.exposeString("errorMessage", { nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true }),
  }),
});

builder.queryFields((t) => ({
  bulkJob: t.prismaField({
    type: "BulkJob",
    nullable: true,
    description: "One of the viewer's bulk jobs. Null if it doesn't exist or isn't theirs.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (query, _root, { id }, { viewer }) =>
      viewer ? db().bulkJob.findFirst({ ...query, where: { id, userId: viewer.userId, tenantId: viewer.tenantId } }) : null,
  }),
  bulkJobs: t.prismaField({
    type: ["BulkJob"],
    description: "The viewer's bulk jobs, newest first. Ended ones are kept for 30 days.",
    args: { limit: t.arg.int({ defaultValue: 50 }), offset: t.arg.int({ defaultValue: 0 }), kind: t.arg({ type: Kind }) },
    resolve: (query, _root, { kind, ...args }, { viewer }) =>
      viewer
        ? db().bulkJob.findMany({
            ...query,
            ...page(args),
            where: { userId: viewer.userId, tenantId: viewer.tenantId, ...(kind ? { kind } : {}) },
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
          })
        : [],
  }),
}));

const ChangeInput = builder.inputType("GenerationChangeInput", {
  description: "Exactly one change. Tags to add and to remove count as one.",
  fields: (t) => ({
    isTrashed: t.boolean({ description: "True moves generations to the trash and cancels running ones. False restores those in the trash." }),
    isStarred: t.boolean({ description: "Stars or unstars them for the viewer." }),
    rating: t.int({ description: "The viewer's own rating: 1 to 5, or 0 to remove it." }),
    delete: t.boolean({ description: "True deletes them permanently." }),
    moveToBoardId: t.field({ type: "UUID" }),
    copyToBoardId: t.field({ type: "UUID", description: "Copies their files, too." }),
    addTagIds: t.field({ type: ["UUID"] }),
    removeTagIds: t.field({ type: ["UUID"] }),
  }),
});

const named = takingUpTo(maximumNamed);

builder.mutationFields((t) => ({
  changeGenerations: t.field({
    type: BulkJobRef,
    description:
      "Changes every generation that matches a search, however many, in the background. Generations that the viewer can't change are skipped, and running ones when moving or copying. For up to 200 by ID, use `trashGenerations`, `moveGenerations` and so on.",
    args: {
      search: t.arg({ type: SearchInput, required: true }),
      change: t.arg({ type: ChangeInput, required: true }),
      ids: t.arg({ type: ["UUID"], extensions: named, description: `Only these of what matches, up to ${maximumNamed}.` }),
      exceptIds: t.arg({ type: ["UUID"], extensions: named, description: `Not these, up to ${maximumNamed}.` }),
    },
    resolve: (_root, { search, change, ids, exceptIds }, { viewer }) => changeGenerations(requireViewer(viewer), search, change, { ids, exceptIds }),
  }),
  exportGenerations: t.field({
    type: BulkJobRef,
    description:
      "Writes every finished generation that matches a search into a zip archive with its file, inputs, lineage and tags, in the background. A search for a board alone exports the board. With `ids`, only those of what matches; with `exceptIds`, all but those. `POST /api/board-archives` imports it.",
    args: {
      search: t.arg({ type: SearchInput, required: true }),
      ids: t.arg({ type: ["UUID"], extensions: named }),
      exceptIds: t.arg({ type: ["UUID"], extensions: named }),
      embedPrompts: t.arg.boolean({ defaultValue: false, description: "True writes prompt and settings into generated PNGs." }),
    },
    resolve: (_root, { search, ids, exceptIds, embedPrompts }, { viewer }) =>
      exportGenerations(requireViewer(viewer, "read"), search, { ids, exceptIds, embedPrompts: embedPrompts ?? false }),
  }),
  deleteExport: t.boolean({
    description: "Deletes one of the viewer's exports with its file, before it expires. A running one has to be canceled first.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteExport(requireViewer(viewer), id),
  }),
  deleteBoard: t.boolean({
    description:
      "Permanently deletes a board and everything on it. It disappears at once; a large one is cleared in the background (see `bulkJobs`).",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteBoard(requireViewer(viewer, "write", "deleteBoard"), id),
  }),
  duplicateBoard: t.field({
    type: BoardRef,
    description:
      "Copies a board the viewer can see, with its completed generations and files, to a new private board. A large one is copied in the background (see `bulkJobs`).",
    args: { id: t.arg({ type: "UUID", required: true }), title: t.arg.string() },
    resolve: (_root, { id, title }, { viewer }) => duplicateBoard(requireViewer(viewer), id, title),
  }),
  emptyTrash: t.field({
    type: BulkJobRef,
    description: "Permanently deletes what is in the viewer's trash: their boards, and the generations they can delete.",
    resolve: (_root, _args, { viewer }) => emptyTrash(requireViewer(viewer)),
  }),
  cancelBulkJob: t.field({
    type: BulkJobRef,
    description: "Stops a running bulk job. What it has already changed stays changed. Deletions of boards and of the trash can't be canceled.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => cancelBulkJob(requireViewer(viewer), id),
  }),
  resumeBulkJob: t.field({
    type: BulkJobRef,
    description: "Continues a failed or canceled bulk job from where it stopped.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => resumeBulkJob(requireViewer(viewer), id),
  }),
  undoBulkJob: t.field({
    type: BulkJobRef,
    description:
      "Takes back in the background what a bulk job has changed, within a day. A running one is canceled first. Copies and permanent deletions can't be undone.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => undoBulkJob(requireViewer(viewer), id),
  }),
}));
