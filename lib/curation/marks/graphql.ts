import { markGenerations } from "@/lib/curation/marks/mark-generations";
import { requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { reads } from "@/lib/platform/graphql/columns";
import { maximumPageSize } from "@/lib/platform/graphql/page";
import type { Generation } from "@/prisma/generated/client";

builder.prismaObjectFields("Generation", (t) => ({
  isStarred: t.boolean({
    description: "Whether the viewer has starred it.",
    extensions: reads<Generation>("id"),
    resolve: async ({ id }, _args, { loaders }) => (await loaders.mark.load(id))?.isStarred ?? false,
  }),
  rating: t.int({
    nullable: true,
    description: "The viewer's own rating, 1 to 5.",
    extensions: reads<Generation>("id"),
    resolve: async ({ id }, _args, { loaders }) => (await loaders.mark.load(id))?.rating ?? null,
  }),
}));

const mark = (viewer: Viewer | null, ids: string[], change: { isStarred?: boolean; rating?: number | null }) =>
  markGenerations(requireViewer(viewer), ids, change);

const inOrder = async (ids: string[], query: object) => {
  const rows = await db().generation.findMany({ ...query, where: { id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

builder.mutationFields((t) => ({
  starGenerations: t.prismaField({
    type: ["Generation"],
    extensions: atMost(maximumPageSize),
    description: "Stars or unstars up to 200 generations for the viewer.",
    args: { ids: t.arg({ type: ["UUID"], required: true }), starred: t.arg.boolean({ required: true, defaultValue: true }) },
    resolve: async (query, _root, { ids, starred }, { viewer }) => inOrder(await mark(viewer, ids, { isStarred: starred }), query),
  }),
  rateGenerations: t.prismaField({
    type: ["Generation"],
    extensions: atMost(maximumPageSize),
    description: "Sets the viewer's rating of up to 200 generations: 1 to 5, or null to remove it.",
    args: { ids: t.arg({ type: ["UUID"], required: true }), rating: t.arg.int() },
    resolve: async (query, _root, { ids, rating }, { viewer }) => inOrder(await mark(viewer, ids, { rating: rating ?? null }), query),
  }),
}));
