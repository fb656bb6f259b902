import { requireViewer } from "@/lib/auth/viewer";
import { createBoard } from "@/lib/boards/create-board";
import { deleteBoard } from "@/lib/boards/delete-board";
import { boardsOf, boardsVisibleTo, can } from "@/lib/boards/policy";
import { updateBoard } from "@/lib/boards/update-board";
import { db } from "@/lib/db/client";
import { builder } from "@/lib/graphql/builder";
import { BoardQueryRole, BoardRole, SortOrder } from "@/lib/graphql/enums";
import { page } from "@/lib/graphql/page";
import type { Prisma } from "@/prisma/generated/client";

const sortings: Record<typeof SortOrder.$inferType, Prisma.BoardOrderByWithRelationInput[]> = {
  CREATED_ASC: [{ createdAt: "asc" }, { id: "asc" }],
  CREATED_DESC: [{ createdAt: "desc" }, { id: "desc" }],
  UPDATED_ASC: [{ updatedAt: "asc" }, { id: "asc" }],
  UPDATED_DESC: [{ updatedAt: "desc" }, { id: "desc" }],
};

interface Permissions {
  canEdit: boolean;
  canDelete: boolean;
  canGenerate: boolean;
}

const BoardPermissions = builder.objectRef<Permissions>("BoardPermissions").implement({
  description: "What the viewer may do on a board.",
  fields: (t) => ({ canEdit: t.exposeBoolean("canEdit"), canDelete: t.exposeBoolean("canDelete"), canGenerate: t.exposeBoolean("canGenerate") }),
});

builder.prismaObject("BoardMember", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    boardId: t.expose("boardId", { type: "UUID" }),
    userId: t.expose("userId", { type: "UUID" }),
    role: t.field({ type: BoardRole, resolve: (member) => member.role as typeof BoardRole.$inferType }),
    invitedBy: t.expose("invitedBy", { type: "UUID", nullable: true }),
    joinedAt: t.expose("joinedAt", { type: "DateTime" }),
    user: t.relation("user"),
    inviter: t.relation("inviter", { nullable: true }),
  }),
});

builder.prismaObject("Board", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    ownerId: t.expose("ownerId", { type: "UUID" }),
    title: t.exposeString("title"),
    description: t.exposeString("description", { nullable: true }),
    isPublic: t.exposeBoolean("isPublic"),
    settings: t.expose("settings", { type: "JSON" }),
    metadata: t.expose("metadata", { type: "JSON" }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    owner: t.relation("owner"),
    members: t.relation("members", { description: "Everybody but the owner.", query: { orderBy: { joinedAt: "asc" } } }),
    generations: t.relation("generations", {
      description: "Newest first.",
      args: { limit: t.arg.int({ defaultValue: 50 }), offset: t.arg.int({ defaultValue: 0 }) },
      query: (args) => ({ ...page(args), orderBy: [{ createdAt: "desc" }, { batchIndex: "asc" }, { id: "desc" }] }),
    }),
    generationCount: t.relationCount("generations"),
    permissions: t.field({
      type: BoardPermissions,
      description: "What the viewer may do here.",
      resolve: async (board, _args, { viewer, loaders }) => {
        const role = await loaders.memberRole.load(board.id);
        const judged = { ...board, members: viewer && role ? [{ userId: viewer.userId, role }] : [] };
        return { canEdit: can(viewer, "edit", judged), canDelete: can(viewer, "delete", judged), canGenerate: can(viewer, "generate", judged) };
      },
    }),
  }),
});

builder.queryFields((t) => ({
  board: t.prismaField({
    type: "Board",
    nullable: true,
    description: "Null when it does not exist or may not be seen.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (query, _root, { id }, { viewer }) => db().board.findFirst({ ...query, where: { id, ...boardsVisibleTo(viewer) } }),
  }),
  myBoards: t.prismaField({
    type: ["Board"],
    args: {
      limit: t.arg.int({ defaultValue: 50 }),
      offset: t.arg.int({ defaultValue: 0 }),
      role: t.arg({ type: BoardQueryRole, defaultValue: null as never }),
      sort: t.arg({ type: SortOrder, defaultValue: null as never }),
    },
    resolve: (query, _root, args, { viewer }) => {
      if (!viewer) return [];
      const isOwner = { ownerId: viewer.userId };
      const byRole = { ANY: {}, OWNER: isOwner, MEMBER: { NOT: isOwner } }[args.role ?? "ANY"];
      return db().board.findMany({
        ...query,
        ...page(args),
        where: { AND: [boardsOf(viewer), byRole] },
        orderBy: sortings[args.sort ?? "UPDATED_DESC"],
      });
    },
  }),
}));

const CreateBoardInput = builder.inputType("CreateBoardInput", {
  fields: (t) => ({
    title: t.string({ required: true }),
    description: t.string({ defaultValue: null as never }),
    isPublic: t.boolean({ required: true, defaultValue: false }),
    settings: t.field({ type: "JSON", defaultValue: null as never }),
  }),
});

const UpdateBoardInput = builder.inputType("UpdateBoardInput", {
  description: "Null or absent leaves a field as it is; an empty description clears it; settings are merged key by key.",
  fields: (t) => ({
    id: t.field({ type: "UUID", required: true }),
    title: t.string({ defaultValue: null as never }),
    description: t.string({ defaultValue: null as never }),
    isPublic: t.boolean({ defaultValue: null as never }),
    settings: t.field({ type: "JSON", defaultValue: null as never }),
  }),
});

type SettingsInput = Record<string, unknown> | null | undefined;

builder.mutationFields((t) => ({
  createBoard: t.prismaField({
    type: "Board",
    args: { input: t.arg({ type: CreateBoardInput, required: true }) },
    resolve: (_query, _root, { input }, { viewer }) =>
      createBoard(requireViewer(viewer, "to create a board"), { ...input, settings: input.settings as SettingsInput }),
  }),
  updateBoard: t.prismaField({
    type: "Board",
    args: { input: t.arg({ type: UpdateBoardInput, required: true }) },
    resolve: (_query, _root, { input: { id, ...changes } }, { viewer }) =>
      updateBoard(requireViewer(viewer, "to update a board"), id, { ...changes, settings: changes.settings as SettingsInput }),
  }),
  deleteBoard: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteBoard(requireViewer(viewer, "to delete a board"), id),
  }),
}));
