import { findHeld, maximumAsked } from "@/lib/generations/gallery/find-held";
import { findItems, type GalleryRow, maximumItems } from "@/lib/generations/gallery/find-items";
import { findOpening, type Opening, openingSize } from "@/lib/generations/gallery/find-opening";
import { findSections, type Sections } from "@/lib/generations/gallery/find-sections";
import { columnsOfGenerations } from "@/lib/generations/generation-type";
import { SearchInput } from "@/lib/generations/search/search-input";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { selecting } from "@/lib/platform/graphql/columns";
import { ArtifactTypeEnum, GenerationStatus } from "@/lib/platform/graphql/enums";
import { takingUpTo } from "@/lib/platform/limits/input-limits";
import type { Generation } from "@/prisma/generated/client";

/** As many as one answer may hold: all of a board of two million, or of twenty years. */
const maximumSections = 8000;

const GallerySections = builder.objectRef<Sections>("GallerySections").implement({
  description:
    "The index of a gallery: its sections, newest first, each a day or a part of one that held at most 300 generations. The lists go together: the first of each is the first section's.",
  fields: (t) => ({
    starts: t.stringList({
      description: "Where each begins, for `galleryItems`.",
      extensions: atMost(maximumSections),
      resolve: ({ sections }) => sections.map(({ start }) => start),
    }),
    ends: t.stringList({
      description: "Where each ends, for `galleryItems`.",
      extensions: atMost(maximumSections),
      resolve: ({ sections }) => sections.map(({ end }) => end),
    }),
    days: t.stringList({
      description: "The day of each, as yyyy-mm-dd.",
      extensions: atMost(maximumSections),
      resolve: ({ sections }) => sections.map(({ day }) => day),
    }),
    counts: t.intList({ extensions: atMost(maximumSections), resolve: ({ sections }) => sections.map(({ count }) => count) }),
    ratioSums: t.floatList({
      description: "The sum of width / height in each, which tells how high it is at a given height of rows.",
      extensions: atMost(maximumSections),
      resolve: ({ sections }) => sections.map(({ ratioSum }) => Math.round(ratioSum * 1000) / 1000),
    }),
    totalCount: t.exposeInt("totalCount"),
    eventNumber: t.exposeInt("eventNumber", { description: "The number of the board's last event that it knows of; 0 without a board." }),
  }),
});

interface Page {
  rows: GalleryRow[];
  hasMore: boolean;
}
const column = { extensions: atMost(maximumItems) };

const GalleryItems = builder.objectRef<Page>("GalleryItems").implement({
  description: "One section of a gallery, oldest first. The lists go together: the first of each is the first generation's.",
  fields: (t) => ({
    ids: t.field({ ...column, type: ["UUID"], resolve: ({ rows }) => rows.map(({ id }) => id) }),
    ratios: t.floatList({
      ...column,
      description: "Width / height; 1 where it is not known.",
      resolve: ({ rows }) => rows.map(({ ratio }) => Math.round(ratio * 10_000) / 10_000),
    }),
    artifactTypes: t.field({
      ...column,
      type: [ArtifactTypeEnum],
      resolve: ({ rows }) => rows.map(({ artifactType }) => artifactType as typeof ArtifactTypeEnum.$inferType),
    }),
    statuses: t.field({
      ...column,
      type: [GenerationStatus],
      resolve: ({ rows }) => rows.map(({ status }) => status as typeof GenerationStatus.$inferType),
    }),
    placeholders: t.stringList({
      ...column,
      nullable: { list: false, items: true },
      description: "What each looks like, as a ThumbHash in base64. Null without a preview.",
      resolve: ({ rows }) => rows.map(({ placeholder }) => placeholder),
    }),
    batchIds: t.field({
      ...column,
      type: ["UUID"],
      nullable: { list: false, items: true },
      description: "Null for the first of a batch, whose own ID it is.",
      resolve: ({ rows }) => rows.map(({ id, batchId }) => (batchId === id ? null : batchId)),
    }),
    batchIndexes: t.intList({ ...column, resolve: ({ rows }) => rows.map(({ batchIndex }) => batchIndex) }),
    batchSizes: t.intList({ ...column, resolve: ({ rows }) => rows.map(({ batchSize }) => batchSize) }),
    createdAt: t.floatList({
      ...column,
      description: "Milliseconds since 1970.",
      resolve: ({ rows }) => rows.map(({ createdAt }) => createdAt.getTime()),
    }),
    hasMore: t.exposeBoolean("hasMore", { description: "Whether more lies within the bounds. Ask for `gallerySections` again then." }),
  }),
});

const GalleryOpening = builder.objectRef<Opening>("GalleryOpening").implement({
  description: "Where a gallery begins.",
  fields: (t) => ({
    generations: t.prismaField({
      type: ["Generation"],
      description: "The first 60 at most, in the gallery's order.",
      extensions: atMost(openingSize),
      resolve: async (query, { ids }, _args, { viewer }, info) => {
        const rows = (await db().generation.findMany({
          ...query,
          ...selecting(columnsOfGenerations(info)),
          where: { id: { in: ids }, ...generationsVisibleTo(viewer) },
          take: openingSize,
        })) as Generation[];
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.flatMap((id) => byId.get(id) ?? []);
      },
    }),
    hasMore: t.exposeBoolean("hasMore", { description: "Whether the gallery holds more." }),
    eventNumber: t.exposeInt("eventNumber", { description: "The number of the board's last event that it knows of; 0 without a board." }),
  }),
});

builder.queryFields((t) => ({
  galleryOpening: t.field({
    type: GalleryOpening,
    nullable: true,
    description:
      "The newest generations of a gallery, or the oldest, as fast for a large one as for a small one. Null if the board doesn't exist or the viewer can't see it.",
    args: { search: t.arg({ type: SearchInput, required: true }), isOldestFirst: t.arg.boolean({ required: true, defaultValue: false }) },
    resolve: (_root, { search, isOldestFirst }, { viewer }) => findOpening(viewer, search, isOldestFirst),
  }),
  gallerySections: t.field({
    type: GallerySections,
    nullable: true,
    description:
      "The sections of what a search finds, by the days of a time zone: a board's gallery or, without a board, one of all the viewer's boards. Null if the board doesn't exist or the viewer can't see it.",
    args: {
      search: t.arg({ type: SearchInput, required: true }),
      timeZone: t.arg.string({ required: true, description: "An IANA name, such as `Europe/Berlin`." }),
    },
    resolve: async (_root, { timeZone, search }, { viewer }) => {
      const found = await findSections(viewer, timeZone, search);
      return found && { ...found, sections: found.sections.slice(-maximumSections).reverse() };
    },
  }),
  galleryItems: t.field({
    type: GalleryItems,
    nullable: true,
    description: "One section of a gallery. Null if the board doesn't exist or the viewer can't see it.",
    args: {
      search: t.arg({ type: SearchInput, required: true }),
      start: t.arg.string({ required: true, description: "One of `gallerySections.starts`." }),
      end: t.arg.string({ required: true, description: "Its `ends`." }),
    },
    resolve: (_root, { start, end, search }, { viewer }) => findItems(viewer, { start, end }, search),
  }),
  galleryIds: t.field({
    type: ["UUID"],
    nullable: true,
    description: `Which of these generations, up to ${maximumAsked}, a gallery holds. Null if the board doesn't exist or the viewer can't see it.`,
    args: {
      search: t.arg({ type: SearchInput, required: true }),
      ids: t.arg({ type: ["UUID"], required: true, extensions: takingUpTo(maximumAsked) }),
    },
    extensions: atMost(maximumAsked),
    resolve: (_root, { ids, search }, { viewer }) => findHeld(viewer, ids, search),
  }),
}));
