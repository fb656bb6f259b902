import { BoardRef } from "@/lib/boards/graphql";
import { restoreBoard, restoreGenerations, trashBoard, trashedGenerationsOf, trashGenerations } from "@/lib/curation/trash/trash";
import { expiryOf } from "@/lib/curation/trash/trash-expiry";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { builder } from "@/lib/platform/graphql/builder";
import { reads } from "@/lib/platform/graphql/columns";
import { page } from "@/lib/platform/graphql/page";
import type { Board, Generation } from "@/prisma/generated/client";

builder.prismaObjectField("Generation", "trashedAt", (t) => t.expose("trashedAt", { type: "DateTime", nullable: true }));
builder.prismaObjectField("Board", "trashedAt", (t) => t.expose("trashedAt", { type: "DateTime", nullable: true }));
builder.prismaObjectField("Generation", "trashExpiresAt", (t) =>
  t.field({
    type: "DateTime",
    nullable: true,
    description: "When it is deleted for good, unless it is restored.",
    extensions: reads<Generation>("trashedAt"),
    resolve: ({ trashedAt }) => expiryOf(trashedAt),
  }),
);
builder.prismaObjectField("Board", "trashExpiresAt", (t) =>
  t.field({
    type: "DateTime",
    nullable: true,
    description: "When it is deleted for good, unless it is restored.",
    extensions: reads<Board>("trashedAt"),
    resolve: ({ trashedAt }) => expiryOf(trashedAt),
  }),
);

builder.queryFields((t) => ({
  trashedBoards: t.prismaField({
    type: ["Board"],
    description: "The viewer's boards in the trash, most recently trashed first.",
    args: { limit: t.arg.int({ defaultValue: 50 }), offset: t.arg.int({ defaultValue: 0 }) },
    resolve: (query, _root, args, { viewer }) =>
      viewer
        ? db().board.findMany({
            ...query,
            ...page(args),
            where: { tenantId: viewer.tenantId, ownerId: viewer.userId, trashedAt: { not: null }, deletedAt: null },
            orderBy: [{ trashedAt: "desc" }, { id: "desc" }],
          })
        : [],
  }),
  trashedGenerations: t.prismaField({
    type: ["Generation"],
    description: "Trashed generations on boards the viewer owns or is a member of, most recently trashed first.",
    args: { boardId: t.arg({ type: "UUID" }), limit: t.arg.int({ defaultValue: 50 }), offset: t.arg.int({ defaultValue: 0 }) },
    resolve: (query, _root, { boardId, ...args }, { viewer }) =>
      viewer
        ? db().generation.findMany({
            ...query,
            ...page(args),
            where: { ...trashedGenerationsOf(viewer), boardId: boardId ?? undefined },
            orderBy: [{ trashedAt: "desc" }, { id: "desc" }],
          })
        : [],
  }),
}));

builder.mutationFields((t) => ({
  trashGenerations: t.int({
    description: "Moves up to 200 generations to the trash, all or nothing, and cancels running ones. Returns how many.",
    args: { ids: t.arg({ type: ["UUID"], required: true }) },
    resolve: (_root, { ids }, { viewer }) => trashGenerations(requireViewer(viewer), ids),
  }),
  restoreGenerations: t.int({
    args: { ids: t.arg({ type: ["UUID"], required: true }) },
    resolve: (_root, { ids }, { viewer }) => restoreGenerations(requireViewer(viewer), ids),
  }),
  trashBoard: t.boolean({
    description: "Moves a board to the trash. Its owner can restore it until it's purged.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => trashBoard(requireViewer(viewer), id),
  }),
  restoreBoard: t.field({
    type: BoardRef,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => restoreBoard(requireViewer(viewer), id),
  }),
}));
