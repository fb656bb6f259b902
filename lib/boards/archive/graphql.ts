import { archiveBoard, unarchiveBoard } from "@/lib/boards/archive/archive-board";
import { BoardRef } from "@/lib/boards/graphql";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { builder } from "@/lib/platform/graphql/builder";

builder.prismaObjectField("Board", "archivedAt", (t) =>
  t.expose("archivedAt", { type: "DateTime", nullable: true, description: "Null for a board that isn't in the archive." }),
);

const id = { type: "UUID", required: true } as const;

builder.mutationFields((t) => ({
  archiveBoard: t.field({
    type: BoardRef,
    description: "Puts a board into the archive, for everyone on it. It stays as usable as before.",
    args: { id: t.arg(id) },
    resolve: (_root, { id: boardId }, { viewer }) => archiveBoard(requireViewer(viewer), boardId),
  }),
  unarchiveBoard: t.field({
    type: BoardRef,
    args: { id: t.arg(id) },
    resolve: (_root, { id: boardId }, { viewer }) => unarchiveBoard(requireViewer(viewer), boardId),
  }),
}));
