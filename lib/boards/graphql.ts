import { say } from "@/lib/messages/say";
import "@/lib/boards/board-loaders";
import type { DefaultConnectionArguments } from "@pothos/plugin-relay";
import type { GraphQLResolveInfo } from "graphql";
import { createBoard } from "@/lib/boards/create-board";
import { boardFieldNotForStrangers } from "@/lib/boards/not-for-strangers";
import { updateBoard } from "@/lib/boards/update-board";
import { type BoardAction, boardsOf, boardsVisibleTo, can, publicBoards } from "@/lib/identity/access/board-policy";
import { UserRef } from "@/lib/identity/users/graphql";
import { requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import type { Ordering } from "@/lib/platform/db/keyset";
import { BoardsError } from "@/lib/platform/errors";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { BoardQueryRole, BoardRole, SortOrder } from "@/lib/platform/graphql/enums";
import { maximumPageSize, page } from "@/lib/platform/graphql/page";
import { firstPage, found } from "@/lib/platform/graphql/page-loader";
import { countCharacters } from "@/lib/platform/text/characters";
import { foldText } from "@/lib/platform/text/fold-text";
import { literal } from "@/lib/platform/text/like-literal";
import type { Prisma } from "@/prisma/generated/client";

/** The first of each ordering, for a connection; its second is always the id. */
const orderings = {
  CREATED_ASC: { field: "createdAt", direction: "asc" },
  CREATED_DESC: { field: "createdAt", direction: "desc" },
  UPDATED_ASC: { field: "updatedAt", direction: "asc" },
  UPDATED_DESC: { field: "updatedAt", direction: "desc" },
  TITLE_ASC: { field: "title", direction: "asc" },
} as const satisfies Record<string, Ordering>;

const sortings: Record<typeof SortOrder.$inferType, Prisma.BoardOrderByWithRelationInput[]> = {
  CREATED_ASC: [{ createdAt: "asc" }, { id: "asc" }],
  CREATED_DESC: [{ createdAt: "desc" }, { id: "desc" }],
  UPDATED_ASC: [{ updatedAt: "asc" }, { id: "asc" }],
  UPDATED_DESC: [{ updatedAt: "desc" }, { id: "desc" }],
  TITLE_ASC: [{ title: "asc" }, { id: "asc" }],
};

const notTold = "Empty unless the viewer has access to the board.";

interface Permissions {
  boardId: string;
  canEdit: boolean;
  canDelete: boolean;
  canGenerate: boolean;
  canShare: boolean;
}

const BoardPermissions = builder.objectRef<Permissions>("BoardPermissions").implement({
  description: "What the viewer can do on a board.",
  fields: (t) => ({
    canEdit: t.exposeBoolean("canEdit"),
    canDelete: t.exposeBoolean("canDelete"),
    canGenerate: t.exposeBoolean("canGenerate"),
    canShare: t.exposeBoolean("canShare", { description: "Manage members, invitations and share links." }),
    canExport: t.boolean({
      description: "Download several results at once, or the whole board.",
      resolve: ({ boardId }, _args, { loaders }) => loaders.isFamiliar.load(boardId),
    }),
  }),
});

/** Someone on a board. */
export const BoardMemberRef = builder.prismaObject("BoardMember", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    boardId: t.expose("boardId", { type: "UUID" }),
    userId: t.expose("userId", { type: "UUID" }),
    role: t.field({ type: BoardRole, resolve: (member) => member.role as typeof BoardRole.$inferType }),
    invitedBy: t.expose("invitedBy", { type: "UUID", nullable: true }),
    joinedAt: t.expose("joinedAt", { type: "DateTime" }),
    user: t.field({ type: UserRef, resolve: ({ userId }, _args, { loaders }) => found(loaders.user.load(userId)) }),
    inviter: t.field({
      type: UserRef,
      nullable: true,
      resolve: ({ invitedBy }, _args, { loaders }) => (invitedBy ? loaders.user.load(invitedBy) : null),
    }),
  }),
});

/** A board. */
export const BoardRef = builder.prismaObject("Board", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    ownerId: t.expose("ownerId", { type: "UUID" }),
    title: t.exposeString("title"),
    description: t.exposeString("description", { nullable: true }),
    isPublic: t.exposeBoolean("isPublic"),
    settings: t.expose("settings", { type: "JSON", description: notTold, extensions: boardFieldNotForStrangers(() => ({})) }),
    metadata: t.expose("metadata", { type: "JSON", description: notTold, extensions: boardFieldNotForStrangers(() => ({})) }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    owner: t.field({ type: UserRef, resolve: ({ ownerId }, _args, { loaders }) => found(loaders.user.load(ownerId)) }),
    members: t.field({
      type: [BoardMemberRef],
      description: "Everyone except the owner. Empty unless the viewer has access to the board.",
      extensions: boardFieldNotForStrangers(() => []),
      args: { limit: t.arg.int({ defaultValue: maximumPageSize }), offset: t.arg.int({ defaultValue: 0 }) },
      resolve: ({ id }, args, { loaders }) => loaders.members.load({ id, ...page(args, maximumPageSize) }),
    }),
    generationCount: t.int({ resolve: (board, _args, { loaders }) => loaders.generationCount.load(board.id) }),
    permissions: t.field({
      type: BoardPermissions,
      description: "What the viewer can do here.",
      resolve: async (board, _args, { viewer, loaders }) => {
        const role = await loaders.memberRole.load(board.id);
        const judged = { ...board, members: viewer && role ? [{ userId: viewer.userId, role }] : [] };
        const may = (action: BoardAction) => can(viewer, action, judged);
        return { boardId: board.id, canEdit: may("edit"), canDelete: may("delete"), canGenerate: may("generate"), canShare: may("share") };
      },
    }),
  }),
});

builder.prismaObjectFields("User", (t) => ({
  boards: t.field({
    type: [BoardRef],
    description: "The user's boards that the viewer can see, most recently updated first, at most 200.",
    extensions: atMost(maximumPageSize),
    resolve: ({ id }, _args, { loaders }) => loaders.ownedBoards.load(firstPage(id)),
  }),
  memberBoards: t.field({
    type: [BoardRef],
    description: "Boards that both the user and the viewer belong to, most recently updated first, at most 200.",
    extensions: atMost(maximumPageSize),
    resolve: ({ id }, _args, { loaders }) => loaders.memberBoards.load(firstPage(id)),
  }),
}));

function boardsByRole(viewer: Viewer, role: typeof BoardQueryRole.$inferType | null | undefined): Prisma.BoardWhereInput {
  const isOwner = { ownerId: viewer.userId };
  return { AND: [boardsOf(viewer), { ANY: {}, OWNER: isOwner, MEMBER: { NOT: isOwner } }[role ?? "ANY"]] };
}

/** Whose title or description holds this text, whatever its case, accents or width. */
function textHolds(text: string): Prisma.BoardWhereInput {
  if (countCharacters(text) > 500)
    throw new BoardsError("input.invalid", { message: say("reasons.input.tooLong", { name: "query", maximum: 500 }), field: "query" });
  return { searchText: { contains: literal(foldText(text)) } };
}

const boardsWith = (viewer: Viewer | null, text: string): Prisma.BoardWhereInput => ({ AND: [boardsVisibleTo(viewer), textHolds(text)] });

/** All boards among these, only those in the archive, or only the others; of which a text is held, if one is given. */
function among(boards: Prisma.BoardWhereInput, query: string | null | undefined, isArchived?: boolean | null): Prisma.BoardWhereInput {
  return { AND: [boards, query ? textHolds(query) : {}, isArchived == null ? {} : { archivedAt: isArchived ? { not: null } : null }] };
}

/** A connection over boards. */
function connectBoards(
  where: Prisma.BoardWhereInput,
  ordering: Ordering,
  args: DefaultConnectionArguments,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
) {
  const query = nodeQuery(context, info);
  return connect(
    args,
    ordering,
    (keyset) => db().board.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } }),
    () => db().board.count({ where }),
  );
}

builder.queryFields((t) => ({
  publicBoards: t.prismaField({
    type: ["Board"],
    description: "Public boards of all tenants.",
    args: {
      limit: t.arg.int({ defaultValue: 50 }),
      offset: t.arg.int({ defaultValue: 0 }),
      sort: t.arg({ type: SortOrder, defaultValue: null as never }),
    },
    resolve: (query, _root, args) =>
      db().board.findMany({ ...query, ...page(args), where: publicBoards, orderBy: sortings[args.sort ?? "UPDATED_DESC"] }),
  }),
  publicBoardsConnection: t.connection({
    type: BoardRef,
    description: "Public boards of all tenants.",
    args: { query: t.arg.string(), sort: t.arg({ type: SortOrder }) },
    resolve: (_root, { query, sort, ...args }, context, info) =>
      connectBoards(among(publicBoards, query), orderings[sort ?? "UPDATED_DESC"], args, context, info),
  }),
  searchBoards: t.prismaField({
    type: ["Board"],
    description:
      "Boards the viewer can see whose title or description contains the text, ignoring case, accents and character width. Most recently updated first.",
    args: { query: t.arg.string({ required: true }), limit: t.arg.int({ defaultValue: 50 }), offset: t.arg.int({ defaultValue: 0 }) },
    resolve: (query, _root, args, { viewer }) =>
      db().board.findMany({ ...query, ...page(args), where: boardsWith(viewer, args.query), orderBy: sortings.UPDATED_DESC }),
  }),
  searchBoardsConnection: t.connection({
    type: BoardRef,
    description: "Like `searchBoards`.",
    args: { query: t.arg.string({ required: true }) },
    resolve: (_root, { query, ...args }, context, info) =>
      connectBoards(boardsWith(context.viewer, query), orderings.UPDATED_DESC, args, context, info),
  }),
  myBoardsConnection: t.connection({
    type: BoardRef,
    description: "Boards the viewer owns or is a member of.",
    args: {
      query: t.arg.string({ description: "Words of the title or the description." }),
      role: t.arg({ type: BoardQueryRole }),
      isArchived: t.arg.boolean({ description: "Only boards in the archive, or only the others. Both by default." }),
      sort: t.arg({ type: SortOrder }),
    },
    resolve: (_root, { query, role, isArchived, sort, ...args }, context, info) => {
      const where = context.viewer ? among(boardsByRole(context.viewer, role), query, isArchived) : { id: { in: [] } };
      return connectBoards(where, orderings[sort ?? "UPDATED_DESC"], args, context, info);
    },
  }),
  board: t.prismaField({
    type: "Board",
    nullable: true,
    description: "Null if it doesn't exist or the viewer can't see it.",
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
      return db().board.findMany({
        ...query,
        ...page(args),
        where: boardsByRole(viewer, args.role),
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
  description: "Null or omitted fields stay unchanged. An empty description clears it. Settings are merged key by key.",
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
  createBoard: t.field({
    type: BoardRef,
    args: { input: t.arg({ type: CreateBoardInput, required: true }) },
    resolve: (_root, { input }, { viewer }) =>
      createBoard(requireViewer(viewer, "write", "createBoard"), { ...input, settings: input.settings as SettingsInput }),
  }),
  updateBoard: t.field({
    type: BoardRef,
    args: { input: t.arg({ type: UpdateBoardInput, required: true }) },
    resolve: (_root, { input: { id, ...changes } }, { viewer }) =>
      updateBoard(requireViewer(viewer, "write", "updateBoard"), id, { ...changes, settings: changes.settings as SettingsInput }),
  }),
}));
