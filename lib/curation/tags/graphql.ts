import { notForStrangers } from "@/lib/boards/not-for-strangers";
import { addTagToGeneration, maximumTags, removeTagFromGeneration, tagGenerations } from "@/lib/curation/tags/tag-generations";
import { mostCounted } from "@/lib/curation/tags/tag-loaders";
import { createTag, deleteTag, updateTag } from "@/lib/curation/tags/write-tags";
import { wordsOf } from "@/lib/generations/search-index/search-text";
import { requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { reads } from "@/lib/platform/graphql/columns";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";
import { page } from "@/lib/platform/graphql/page";
import { literal } from "@/lib/platform/text/like-literal";
import type { Generation, Prisma, Tag } from "@/prisma/generated/client";

const TagRef = builder.prismaObject("Tag", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    name: t.exposeString("name"),
    slug: t.exposeString("slug"),
    description: t.exposeString("description", { nullable: true }),
    metadata: t.expose("metadata", { type: "JSON" }),
    generationCount: t.int({
      description: `How many generations have it. No more than ${mostCounted} are counted.`,
      extensions: reads<Tag>("id"),
      resolve: ({ id }, _args, { loaders }) => loaders.tagUses.load(id),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
  }),
});

builder.prismaObjectField("Generation", "tags", (t) =>
  t.field({
    type: [TagRef],
    description: "By name. Empty unless the viewer has access to the board.",
    extensions: { ...reads<Generation>("id"), ...atMost(maximumTags), ...notForStrangers(() => []) },
    resolve: ({ id }, _args, { loaders }) => loaders.tags.load({ id, take: maximumTags, skip: 0 }),
  }),
);

const findsBy = "Words or parts of words in the name. Ignores case, accents and character width.";

function tagsNamed(viewer: Viewer, query: string | null | undefined): Prisma.TagWhereInput {
  const words = wordsOf(query ?? "").slice(0, 10);
  return { tenantId: viewer.tenantId, AND: words.map((word) => ({ nameKey: { contains: literal(word) } })) };
}

builder.queryFields((t) => ({
  tags: t.prismaField({
    type: ["Tag"],
    description: "Tags of the viewer's tenant, by name.",
    args: { query: t.arg.string({ description: findsBy }), limit: t.arg.int({ defaultValue: 100 }), offset: t.arg.int({ defaultValue: 0 }) },
    resolve: (query, _root, args, { viewer }) =>
      viewer
        ? db().tag.findMany({ ...query, ...page(args, 100), where: tagsNamed(viewer, args.query), orderBy: [{ nameKey: "asc" }, { id: "asc" }] })
        : [],
  }),
  tagsConnection: t.connection({
    type: TagRef,
    description: "Tags of the viewer's tenant, by name.",
    args: { query: t.arg.string({ description: findsBy }) },
    resolve: (_root, { query: words, ...args }, context, info) => {
      const where = context.viewer ? tagsNamed(context.viewer, words) : { id: { in: [] } };
      const query = nodeQuery(context, info);
      return connect(
        args,
        { field: "nameKey", direction: "asc" },
        (keyset) => db().tag.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } }),
        () => db().tag.count({ where }),
      );
    },
  }),
  tag: t.prismaField({
    type: "Tag",
    nullable: true,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (query, _root, { id }, { viewer }) => (viewer ? db().tag.findFirst({ ...query, where: { id, tenantId: viewer.tenantId } }) : null),
  }),
  tagBySlug: t.prismaField({
    type: "Tag",
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (query, _root, { slug }, { viewer }) => (viewer ? db().tag.findFirst({ ...query, where: { slug, tenantId: viewer.tenantId } }) : null),
  }),
}));

const CreateTagInput = builder.inputType("CreateTagInput", {
  fields: (t) => ({
    name: t.string({ required: true }),
    slug: t.string({ defaultValue: null as never }),
    description: t.string({ defaultValue: null as never }),
    metadata: t.field({ type: "JSON", defaultValue: null as never }),
  }),
});

const UpdateTagInput = builder.inputType("UpdateTagInput", {
  description: "Null or omitted fields stay unchanged. An empty description clears it.",
  fields: (t) => ({
    id: t.field({ type: "UUID", required: true }),
    name: t.string({ defaultValue: null as never }),
    slug: t.string({ defaultValue: null as never }),
    description: t.string({ defaultValue: null as never }),
    metadata: t.field({ type: "JSON", defaultValue: null as never }),
  }),
});

type Metadata = Record<string, unknown> | null | undefined;

builder.mutationFields((t) => ({
  createTag: t.field({
    type: TagRef,
    args: { input: t.arg({ type: CreateTagInput, required: true }) },
    resolve: (_root, { input }, { viewer }) =>
      createTag(requireViewer(viewer, "write", "createTag"), { ...input, metadata: input.metadata as Metadata }),
  }),
  updateTag: t.field({
    type: TagRef,
    args: { input: t.arg({ type: UpdateTagInput, required: true }) },
    resolve: (_root, { input: { id, ...changes } }, { viewer }) =>
      updateTag(requireViewer(viewer, "write", "updateTag"), id, { ...changes, metadata: changes.metadata as Metadata }),
  }),
  deleteTag: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteTag(requireViewer(viewer, "write", "deleteTag"), id),
  }),
  addTagToGeneration: t.field({
    type: TagRef,
    args: { generationId: t.arg({ type: "UUID", required: true }), tagId: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { generationId, tagId }, { viewer }) =>
      addTagToGeneration(requireViewer(viewer, "write", "addTagToGeneration"), generationId, tagId),
  }),
  removeTagFromGeneration: t.boolean({
    args: { generationId: t.arg({ type: "UUID", required: true }), tagId: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { generationId, tagId }, { viewer }) =>
      removeTagFromGeneration(requireViewer(viewer, "write", "removeTagFromGeneration"), generationId, tagId),
  }),
  tagGenerations: t.int({
    description: "Adds and removes tags on up to 200 generations, all or nothing. Returns the number of generations.",
    args: {
      ids: t.arg({ type: ["UUID"], required: true }),
      addTagIds: t.arg({ type: ["UUID"] }),
      removeTagIds: t.arg({ type: ["UUID"] }),
    },
    resolve: (_root, { ids, addTagIds, removeTagIds }, { viewer }) =>
      tagGenerations(requireViewer(viewer), ids, { add: addTagIds ?? [], remove: removeTagIds ?? [] }),
  }),
}));
