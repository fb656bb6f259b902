import { BoardRef } from "@/lib/boards/graphql";
import { boardFieldNotForStrangers } from "@/lib/boards/not-for-strangers";
import { setBoardCover } from "@/lib/generations/covers/set-board-cover";
import { columnsOfGenerations, GenerationRef } from "@/lib/generations/generation-type";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";

const coverSize = 4;

builder.prismaObjectFields("Board", (t) => ({
  coverGenerations: t.field({
    type: [GenerationRef],
    description: "Up to four images for the board's cover: the one that was chosen, if there is one, then the newest.",
    extensions: atMost(coverSize),
    resolve: ({ id }, _args, { loaders }, info) => loaders.cover.load({ id, take: coverSize, skip: 0, columns: columnsOfGenerations(info) }),
  }),
  coverGenerationId: t.expose("coverGenerationId", {
    type: "UUID",
    nullable: true,
    description: "The result that was chosen for the cover. Null if none was, and unless the viewer has access to the board.",
    extensions: boardFieldNotForStrangers(() => null),
  }),
}));

builder.mutationField("setBoardCover", (t) =>
  t.field({
    type: BoardRef,
    description: "Shows a result on the board as its cover. Without one, the cover is the board's newest images again.",
    args: { boardId: t.arg({ type: "UUID", required: true }), generationId: t.arg({ type: "UUID" }) },
    resolve: (_root, { boardId, generationId }, { viewer }) => setBoardCover(requireViewer(viewer), boardId, generationId ?? null),
  }),
);
