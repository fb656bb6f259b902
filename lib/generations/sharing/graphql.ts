import { couldShare, mayShare } from "@/lib/boards/could-share";
import { artifactUrls } from "@/lib/generations/artifacts/artifact-urls";
import { textContentOf } from "@/lib/generations/artifacts/text-content";
import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { createShareLink, findSharedBoard, revokeShareLink, sharedGenerations, shareTokenOf } from "@/lib/generations/sharing/share-links";
import { titleOfGenerator } from "@/lib/generators/added-models/title-of-generator";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import { credential, guarded } from "@/lib/platform/graphql/guarded-fields";
import { maximumPageSize, page } from "@/lib/platform/graphql/page";
import { firstPage } from "@/lib/platform/graphql/page-loader";
import { withoutAddresses } from "@/lib/platform/redact-addresses";
import type { Generation, ShareLink } from "@/prisma/generated/client";

const ShareLinkRef = builder.prismaObject("ShareLink", {
  description: "A link that opens a board without an account.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    boardId: t.expose("boardId", { type: "UUID" }),
    token: t.string({
      nullable: true,
      description: "The token for `sharedBoard`. Null if the viewer couldn't create this link, such as an API key without the `write` scope.",
      extensions: credential<ShareLink>(({ boardId }, context) => couldShare(boardId, context)),
      resolve: ({ id }) => shareTokenOf(id),
    }),
    showsRecipe: t.exposeBoolean("showsRecipe", { description: "Whether prompts and inputs are shown." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

interface Shared {
  row: Generation;
  showsRecipe: boolean;
  filesExpireAt: Date;
}

const SharedGeneration = builder.objectRef<Shared>("SharedGeneration").implement({
  description: "A result on a shared board.",
  fields: (t) => ({
    id: t.field({ type: "UUID", resolve: ({ row }) => row.id }),
    artifactType: t.field({ type: ArtifactTypeEnum, resolve: ({ row }) => row.artifactType as typeof ArtifactTypeEnum.$inferType }),
    storageUrl: t.string({
      nullable: true,
      description: "URL of the file, valid until the board's `filesExpireAt`.",
      resolve: ({ row, filesExpireAt }) => artifactUrls.file(row, { sharedUntil: filesExpireAt }),
    }),
    downloadUrl: t.string({
      nullable: true,
      description: "Downloads the file, until the board's `filesExpireAt`.",
      resolve: ({ row, filesExpireAt }) => artifactUrls.file(row, { sharedUntil: filesExpireAt, download: true }),
    }),
    thumbnailUrl: t.string({
      nullable: true,
      args: { width: t.arg.int({ defaultValue: 640 }) },
      resolve: ({ row, filesExpireAt }, { width }) => artifactUrls.thumbnail(row, width ?? 640, { sharedUntil: filesExpireAt }),
    }),
    placeholder: t.string({ nullable: true, description: "The preview as a ThumbHash in base64.", resolve: ({ row }) => row.placeholder || null }),
    textContent: t.string({ nullable: true, resolve: ({ row }) => textContentOf(row, 100_000) }),
    width: t.int({ nullable: true, resolve: ({ row }) => row.width }),
    height: t.int({ nullable: true, resolve: ({ row }) => row.height }),
    durationSeconds: t.float({ nullable: true, resolve: ({ row }) => row.durationSeconds }),
    createdAt: t.field({ type: "DateTime", resolve: ({ row }) => row.createdAt }),
    generatorName: t.string({
      nullable: true,
      description: "Null if the link hides prompts and inputs.",
      resolve: ({ row, showsRecipe }) => (showsRecipe ? row.generatorName : null),
    }),
    generatorTitle: t.string({
      nullable: true,
      description: "What the generator is called. Null for uploaded files, and if the link hides prompts and inputs.",
      resolve: ({ row, showsRecipe }, _args, { loaders }) => (showsRecipe && !isUpload(row) ? titleOfGenerator(row.generatorName, loaders) : null),
    }),
    inputParams: t.field({
      type: "JSON",
      nullable: true,
      description: "Null if the link hides prompts and inputs. URLs are removed.",
      resolve: ({ row, showsRecipe }) => (showsRecipe ? withoutAddresses(row.inputParams) : null),
    }),
  }),
});

const SharedBoard = builder.objectRef<NonNullable<Awaited<ReturnType<typeof findSharedBoard>>>>("SharedBoard").implement({
  description: "A board as seen through a share link.",
  fields: (t) => ({
    title: t.string({ resolve: ({ board }) => board.title }),
    description: t.string({ nullable: true, resolve: ({ board }) => board.description }),
    ownerName: t.string({ nullable: true, resolve: ({ board }) => board.owner.displayName }),
    showsRecipe: t.exposeBoolean("showsRecipe"),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true }),
    filesExpireAt: t.expose("filesExpireAt", {
      type: "DateTime",
      description: "When the file URLs in this response expire: in one to five minutes. Query again before then to get new ones.",
    }),
    generations: t.field({
      type: [SharedGeneration],
      description: "Completed generations, newest first.",
      args: { limit: t.arg.int({ defaultValue: 50 }), offset: t.arg.int({ defaultValue: 0 }) },
      resolve: async ({ board, showsRecipe, filesExpireAt }, args) =>
        (await sharedGenerations(board.id, page(args))).map((row) => ({ row, showsRecipe, filesExpireAt })),
    }),
  }),
});

builder.prismaObjectField("Board", "shareLinks", (t) =>
  t.field({
    type: [ShareLinkRef],
    description:
      "Active share links, newest first. Empty if the viewer can't share the board. A link stops working when the person who made it can no longer share the board.",
    extensions: { ...atMost(maximumPageSize), ...guarded(mayShare, () => []) },
    resolve: ({ id }, _args, { loaders }) => loaders.shareLinks.load(firstPage(id)),
  }),
);

builder.queryField("sharedBoard", (t) =>
  t.field({
    type: SharedBoard,
    nullable: true,
    description: "Null if the link doesn't exist, has expired or was revoked, or if the person who made it can no longer share the board.",
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }) => findSharedBoard(token),
  }),
);

const CreateShareLinkInput = builder.inputType("CreateShareLinkInput", {
  fields: (t) => ({
    boardId: t.field({ type: "UUID", required: true }),
    showsRecipe: t.boolean({ required: true, defaultValue: false }),
    expiresAt: t.field({ type: "DateTime", description: "Never expires if omitted." }),
  }),
});

builder.mutationFields((t) => ({
  createShareLink: t.field({
    type: ShareLinkRef,
    args: { input: t.arg({ type: CreateShareLinkInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => createShareLink(requireViewer(viewer), input),
  }),
  revokeShareLink: t.field({
    type: ShareLinkRef,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => revokeShareLink(requireViewer(viewer), id),
  }),
}));
