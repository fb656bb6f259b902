import { BoardRef } from "@/lib/boards/graphql";
import { boardFieldNotForStrangers } from "@/lib/boards/not-for-strangers";
import { type BoardView, maximumViews, viewsOf } from "@/lib/boards/views/board-view";
import { deleteView, saveView } from "@/lib/boards/views/change-views";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";

const BoardViewRef = builder.objectRef<BoardView>("BoardView").implement({
  description: "A filter of a board, saved under a name for everyone on it.",
  fields: (t) => ({
    name: t.exposeString("name"),
    filter: t.exposeString("filter", { description: "As in the address of the board's page, such as `type=VIDEO&starred=yes`." }),
  }),
});

builder.prismaObjectField("Board", "views", (t) =>
  t.field({
    type: [BoardViewRef],
    description: "Empty unless the viewer has access to the board.",
    extensions: { ...atMost(maximumViews), ...boardFieldNotForStrangers(() => []) },
    resolve: ({ settings }) => viewsOf(settings),
  }),
);

const boardId = { type: "UUID", required: true } as const;

builder.mutationFields((t) => ({
  saveBoardView: t.field({
    type: BoardRef,
    description: "Saves a view, in place of one of the same name. For everyone who may generate on the board.",
    args: {
      boardId: t.arg(boardId),
      name: t.arg.string({ required: true }),
      filter: t.arg.string({ required: true }),
      replaces: t.arg.string({ description: "The name of a view that it takes the place of: for renaming one." }),
    },
    resolve: (_root, { boardId: id, name, filter, replaces }, { viewer }) => saveView(requireViewer(viewer), id, { name, filter }, replaces),
  }),
  deleteBoardView: t.field({
    type: BoardRef,
    args: { boardId: t.arg(boardId), name: t.arg.string({ required: true }) },
    resolve: (_root, { boardId: id, name }, { viewer }) => deleteView(requireViewer(viewer), id, name),
  }),
}));
