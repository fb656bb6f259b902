import "@/lib/generations/generation-loaders";
import "@/lib/generators/added-models/added-model-loaders";
import type { DefaultConnectionArguments } from "@pothos/plugin-relay";
import type { GraphQLResolveInfo } from "graphql";
import { BoardRef } from "@/lib/boards/graphql";
import { notForStrangers } from "@/lib/boards/not-for-strangers";
import { artifactUrls } from "@/lib/generations/artifacts/artifact-urls";
import { textContentOf } from "@/lib/generations/artifacts/text-content";
import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { cancelGeneration } from "@/lib/generations/cancel-generation";
import { checkRequest, createGeneration } from "@/lib/generations/create-generation";
import { deleteGeneration, deleteGenerations } from "@/lib/generations/delete-generation";
import { duplicateBoard } from "@/lib/generations/duplicate-board";
import { copyGenerations, moveGenerations } from "@/lib/generations/move-generations";
import { phaseForStrangers } from "@/lib/generations/progress/phase-for-strangers";
import { recentIds } from "@/lib/generations/recent-ids";
import { regenerate } from "@/lib/generations/regenerate";
import { retryGeneration } from "@/lib/generations/retry-generation";
import { uploadByUrl } from "@/lib/generations/upload-by-url";
import { findGenerator } from "@/lib/generators/catalogue/registry";
import { boardsOf, boardsVisibleTo, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { UserRef } from "@/lib/identity/users/graphql";
import { say } from "@/lib/messages/say";
import { isTenantAdmin, requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { columnsFor, reads, selecting } from "@/lib/platform/graphql/columns";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { ArtifactTypeEnum, GenerationStatus } from "@/lib/platform/graphql/enums";
import { guarded } from "@/lib/platform/graphql/guarded-fields";
import { maximumPageSize, page } from "@/lib/platform/graphql/page";
import { found } from "@/lib/platform/graphql/page-loader";
import { maximumListItems } from "@/lib/platform/limits/input-limits";
import { withoutAddresses } from "@/lib/platform/redact-addresses";
import type { Generation, Prisma } from "@/prisma/generated/client";

interface LineageEntry {
  generation_id: string;
  role: string;
  artifact_type: typeof ArtifactTypeEnum.$inferType;
}

const notTold = "Null unless the viewer has access to the board.";
const coverSize = 4;
const maximumFiles = 50;
const maximumInputs = 200;
// Few generators take more than a handful, and lineage is asked for by nesting this.
const usualInputs = 5;

const AdditionalFile = builder.objectRef<{ url: string; type: string; metadata?: unknown }>("AdditionalFile").implement({
  fields: (t) => ({
    url: t.exposeString("url"),
    type: t.exposeString("type"),
    metadata: t.field({ type: "JSON", resolve: (file) => file.metadata ?? {} }),
  }),
});

/** What is read of the generations that a field answers. Who may see a field is decided by these. */
const columnsOfGenerations = (info: GraphQLResolveInfo) => columnsFor<Generation>(info, ["id", "tenantId", "boardId", "userId"]);

const ArtifactLineage = builder.objectRef<LineageEntry>("ArtifactLineage");

export const GenerationRef = builder.prismaObject("Generation", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    boardId: t.expose("boardId", { type: "UUID" }),
    userId: t.expose("userId", { type: "UUID" }),
    generatorName: t.exposeString("generatorName"),
    generatorVersion: t.exposeInt("generatorVersion", {
      nullable: true,
      description: "The version of an added model. Null for all other generators.",
    }),
    artifactType: t.field({
      type: ArtifactTypeEnum,
      extensions: reads<Generation>("artifactType"),
      resolve: (row) => row.artifactType as typeof ArtifactTypeEnum.$inferType,
    }),
    storageUrl: t.string({
      nullable: true,
      description:
        "Signed URL of the file. It expires; `download=true` and `filename` can be added to it. Results that couldn't be processed have one too, for download only.",
      extensions: reads<Generation>("storageKey", "storageUrl", "mimeType"),
      resolve: (row) => artifactUrls.file(row),
    }),
    thumbnailUrl: t.string({
      nullable: true,
      description:
        "A WebP preview: the smallest one at least `width` pixels wide, from 320, 640 and 1280 (and 2560 for formats that few browsers display). Videos show an early frame.",
      args: { width: t.arg.int({ defaultValue: 640 }) },
      extensions: reads<Generation>("storageKey", "thumbnailWidths", "thumbnailUrl"),
      resolve: (row, { width }) => artifactUrls.thumbnail(row, width ?? 640),
    }),
    downloadUrl: t.string({
      nullable: true,
      description: "Downloads the file with a readable name.",
      extensions: reads<Generation>("generatorName", "storageKey", "storageUrl", "mimeType"),
      resolve: (row) => artifactUrls.download(row),
    }),
    additionalFiles: t.field({
      type: [AdditionalFile],
      extensions: { ...reads<Generation>("additionalFiles"), ...atMost(maximumFiles), ...notForStrangers(() => []) },
      resolve: (row) => row.additionalFiles as unknown as { url: string; type: string }[],
    }),
    inputParams: t.expose("inputParams", {
      type: "JSON",
      description: "URLs are removed unless the viewer has access to the board.",
      extensions: notForStrangers(({ inputParams }) => withoutAddresses(inputParams)),
    }),
    outputMetadata: t.expose("outputMetadata", {
      type: "JSON",
      description: "Empty unless the viewer has access to the board.",
      extensions: notForStrangers(() => ({})),
    }),
    externalJobId: t.exposeString("externalJobId", { nullable: true, description: notTold, extensions: notForStrangers() }),
    status: t.field({
      type: GenerationStatus,
      extensions: reads<Generation>("status"),
      resolve: (row) => row.status as typeof GenerationStatus.$inferType,
    }),
    progress: t.float({ description: "Percent, 0 to 100.", extensions: reads<Generation>("progress"), resolve: (row) => Number(row.progress) }),
    phase: t.exposeString("phase", {
      description:
        "`queued`, `initializing`, `processing`, `finalizing` or `needs_review` (an admin must decide). Shown as `processing` instead of `needs_review` unless the viewer has access to the board.",
      extensions: notForStrangers(({ phase }) => phaseForStrangers(phase)),
    }),
    progressMessage: t.exposeString("progressMessage", { nullable: true, description: notTold, extensions: notForStrangers() }),
    errorMessage: t.exposeString("errorMessage", { nullable: true, description: notTold, extensions: notForStrangers() }),
    errorCode: t.exposeString("errorCode", { nullable: true, description: notTold, extensions: notForStrangers() }),
    errorRaw: t.string({
      nullable: true,
      description: "The provider's or machine's original message. Tenant admins only.",
      extensions: {
        ...reads<Generation>("errorRaw"),
        ...guarded<Generation>(({ tenantId }, { viewer }) => isTenantAdmin(viewer) && viewer.tenantId === tenantId),
      },
      resolve: ({ errorRaw }) => errorRaw,
    }),
    costUsd: t.float({
      nullable: true,
      description: "Actual cost. Null until it is settled, for free generations, and unless the viewer has access to the board.",
      extensions: { ...reads<Generation>("costUsd"), ...notForStrangers() },
      resolve: (row) => (row.costUsd === null ? null : Number(row.costUsd)),
    }),
    fileNote: t.string({
      nullable: true,
      description: "A human-readable problem with the file or its preview. Null if there is none.",
      extensions: reads<Generation>("outputMetadata"),
      resolve: ({ outputMetadata }) => {
        const { damaged, preview_note } = outputMetadata as { damaged?: boolean; preview_note?: string };
        return [damaged ? say("reasons.media.damaged") : "", preview_note ? `${preview_note}.` : ""].filter(Boolean).join(" ") || null;
      },
    }),
    generatorTitle: t.string({
      description:
        "What its generator is called, also after it is no longer offered; `Upload` for uploaded files. Of a model that the viewer's tenant does not know, its name.",
      extensions: reads<Generation>("generatorName"),
      resolve: async (row, _args, { loaders }) => {
        if (isUpload(row)) return say("app.upload");
        return findGenerator(row.generatorName)?.title ?? (await loaders.modelTitle.load(row.generatorName)) ?? row.generatorName;
      },
    }),
    isUpload: t.boolean({
      description: "Whether it is an uploaded file, which no generator made.",
      extensions: reads<Generation>("generatorName"),
      resolve: isUpload,
    }),
    isSimulated: t.boolean({
      description: "Whether the result came from a simulated provider.",
      extensions: reads<Generation>("outputMetadata"),
      resolve: ({ outputMetadata }) => (outputMetadata as { simulated?: boolean }).simulated === true,
    }),
    madeByGenerator: t.exposeString("madeByGenerator", {
      nullable: true,
      description: "The generator that made it, if a failover happened. Null unless the viewer has access to the board.",
      extensions: notForStrangers(),
    }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true }),
    completedAt: t.expose("completedAt", { type: "DateTime", nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    batchId: t.expose("batchId", { type: "UUID" }),
    batchIndex: t.exposeInt("batchIndex"),
    batchSize: t.exposeInt("batchSize"),
    regeneratedFromId: t.expose("regeneratedFromId", { type: "UUID", nullable: true }),
    estimatedCostUsd: t.float({
      nullable: true,
      description: notTold,
      extensions: { ...reads<Generation>("estimatedCostUsd"), ...notForStrangers() },
      resolve: (row) => (row.estimatedCostUsd === null ? null : Number(row.estimatedCostUsd)),
    }),
    mimeType: t.exposeString("mimeType", { nullable: true }),
    fileSizeBytes: t.float({
      nullable: true,
      extensions: reads<Generation>("fileSizeBytes"),
      resolve: (row) => (row.fileSizeBytes === null ? null : Number(row.fileSizeBytes)),
    }),
    width: t.exposeInt("width", { nullable: true }),
    height: t.exposeInt("height", { nullable: true }),
    durationSeconds: t.exposeFloat("durationSeconds", { nullable: true }),
    frameRate: t.exposeFloat("frameRate", { nullable: true }),
    sampleRate: t.exposeInt("sampleRate", { nullable: true }),
    channels: t.exposeInt("channels", { nullable: true }),
    contentHash: t.exposeString("contentHash", { nullable: true }),
    textContent: t.string({
      nullable: true,
      description: "The first `maxLength` characters of a text. Null for other types.",
      args: { maxLength: t.arg.int({ defaultValue: 2000 }) },
      extensions: reads<Generation>("artifactType", "outputMetadata"),
      resolve: (row, { maxLength }) => textContentOf(row, maxLength ?? 2000),
    }),
    queuePosition: t.int({
      nullable: true,
      description:
        "Number of batches ahead of it in the installation's queue. Null if it isn't queued, and unless the viewer has access to the board.",
      extensions: notForStrangers(),
      resolve: (row, _args, { loaders }) => (row.status === "pending" ? loaders.queuePosition.load(row.batchId) : null),
    }),
    waitingFor: t.string({
      nullable: true,
      description: "A human-readable reason why it is waiting. Null if it isn't, and unless the viewer has access to the board.",
      extensions: notForStrangers(),
      resolve: async (row, _args, { loaders }) => {
        const ahead = row.status === "pending" ? await loaders.queuePosition.load(row.batchId) : null;
        if (ahead === null) return null;
        return ahead === 0 ? say("reasons.progress.next") : say("reasons.progress.ahead", { ahead });
      },
    }),
    board: t.field({
      type: BoardRef,
      extensions: reads<Generation>("boardId"),
      resolve: ({ boardId }, _args, { loaders }) => found(loaders.board.load(boardId)),
    }),
    user: t.field({
      type: UserRef,
      extensions: reads<Generation>("userId"),
      resolve: ({ userId }, _args, { loaders }) => found(loaders.user.load(userId)),
    }),
    inputArtifacts: t.field({
      type: [ArtifactLineage],
      extensions: { ...reads<Generation>("inputArtifacts"), ...atMost(maximumInputs, usualInputs) },
      resolve: (row) => row.inputArtifacts as unknown as LineageEntry[],
    }),
  }),
});

ArtifactLineage.implement({
  description: "An artifact used as input, and the field it was used in.",
  fields: (t) => ({
    generationId: t.expose("generation_id", { type: "UUID" }),
    role: t.exposeString("role"),
    artifactType: t.expose("artifact_type", { type: ArtifactTypeEnum }),
    generation: t.field({
      type: GenerationRef,
      nullable: true,
      description: "Null if it was deleted or the viewer can't see it.",
      resolve: (entry, _args, { loaders }) => loaders.visibleGeneration.load(entry.generation_id),
    }),
  }),
});

builder.prismaObjectField("Generation", "usedBy", (t) =>
  t.field({
    type: [GenerationRef],
    description: "What was made from this, newest first.",
    args: { limit: t.arg.int({ defaultValue: 50 }) },
    extensions: reads<Generation>("id"),
    resolve: ({ id }, args, { loaders }, info) => loaders.usedBy.load({ id, ...page(args), columns: columnsOfGenerations(info) }),
  }),
);

builder.prismaObjectField("Board", "coverGenerations", (t) =>
  t.field({
    type: [GenerationRef],
    description: "The board's newest images for its cover, up to four.",
    extensions: atMost(coverSize),
    resolve: ({ id }, _args, { loaders }, info) => loaders.cover.load({ id, take: coverSize, skip: 0, columns: columnsOfGenerations(info) }),
  }),
);

const CostEstimate = builder.objectRef<{ costUsd: number; outputCount: number }>("CostEstimate").implement({
  description: "The price and number of results of a request.",
  fields: (t) => ({ costUsd: t.exposeFloat("costUsd"), outputCount: t.exposeInt("outputCount") }),
});

const newestFirst = { field: "createdAt", direction: "desc" } as const;

/** A connection over generations, newest first. */
function connectGenerations(where: Prisma.GenerationWhereInput, args: DefaultConnectionArguments, context: GraphqlContext, info: GraphQLResolveInfo) {
  const query = nodeQuery(context, info);
  return connect(
    args,
    newestFirst,
    (keyset) => db().generation.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } }),
    () => db().generation.count({ where }),
  );
}

builder.prismaObjectField("Board", "generationsConnection", (t) =>
  t.connection({
    type: GenerationRef,
    description: "Newest first.",
    resolve: (board, args, context, info) => connectGenerations({ boardId: board.id, trashedAt: null }, args, context, info),
  }),
);

builder.prismaObjectField("Board", "generations", (t) =>
  t.field({
    type: [GenerationRef],
    description: "Newest first.",
    args: { limit: t.arg.int({ defaultValue: 50 }), offset: t.arg.int({ defaultValue: 0 }) },
    resolve: ({ id }, args, { loaders }, info) => loaders.generations.load({ id, ...page(args), columns: columnsOfGenerations(info) }),
  }),
);

builder.queryFields((t) => ({
  maxUploadBytes: t.float({ description: "The size of the largest file that can be uploaded.", resolve: () => env().maxUploadSizeBytes }),
  generation: t.prismaField({
    type: "Generation",
    nullable: true,
    description: "Null if it doesn't exist or the viewer can't see it.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (query, _root, { id }, { viewer }) => db().generation.findFirst({ ...query, where: { id, ...generationsVisibleTo(viewer) } }),
  }),
  generations: t.prismaField({
    type: ["Generation"],
    description: "The generations with these IDs that exist and the viewer can see, in no particular order.",
    args: { ids: t.arg({ type: ["UUID"], required: true }) },
    extensions: atMost(maximumListItems),
    resolve: (query, _root, { ids }, { viewer }) =>
      db().generation.findMany({ ...query, where: { id: { in: ids }, ...generationsVisibleTo(viewer) }, take: maximumListItems }),
  }),
  recentGenerations: t.prismaField({
    type: ["Generation"],
    description: "Generations of one board, or of all boards the viewer owns or is a member of. Newest first.",
    args: {
      boardId: t.arg({ type: "UUID", defaultValue: null as never }),
      status: t.arg({ type: GenerationStatus, defaultValue: null as never }),
      artifactType: t.arg({ type: ArtifactTypeEnum, defaultValue: null as never }),
      limit: t.arg.int({ defaultValue: 50 }),
      offset: t.arg.int({ defaultValue: 0 }),
    },
    resolve: async (query, _root, { boardId, status, artifactType, ...args }, { viewer }, info) => {
      if (!viewer) return [];
      const asked = { status: status ?? undefined, artifactType: artifactType ?? undefined };
      const rows: Pick<Prisma.GenerationFindManyArgs, "where" | "take" | "skip"> = boardId
        ? { ...page(args), where: { trashedAt: null, board: { id: boardId, ...boardsVisibleTo(viewer) }, ...asked } }
        : { take: maximumPageSize, where: { id: { in: await recentIds(viewer, { ...asked, ...page(args) }) } } };
      return db().generation.findMany({
        ...query,
        ...selecting(columnsOfGenerations(info)),
        ...rows,
        orderBy: [{ createdAt: "desc" }, { batchIndex: "asc" }, { id: "desc" }],
      }) as Promise<Generation[]>;
    },
  }),
  recentGenerationsConnection: t.connection({
    type: GenerationRef,
    description: "Generations of one board, or of all boards the viewer owns or is a member of. Newest first.",
    args: { boardId: t.arg({ type: "UUID" }), status: t.arg({ type: GenerationStatus }), artifactType: t.arg({ type: ArtifactTypeEnum }) },
    resolve: (_root, { boardId, status, artifactType, ...args }, context, info) => {
      const { viewer } = context;
      const asked = { status: status ?? undefined, artifactType: artifactType ?? undefined };
      if (boardId) return connectGenerations({ trashedAt: null, board: { id: boardId, ...boardsVisibleTo(viewer) }, ...asked }, args, context, info);
      if (!viewer) return connectGenerations({ id: { in: [] } }, args, context, info);
      const query = nodeQuery(context, info);
      return connect(
        args,
        newestFirst,
        async ({ orderBy, take }, keyset) => {
          const ids = await recentIds(viewer, { ...asked, take, keyset });
          return db().generation.findMany({ ...query, where: { id: { in: ids } }, orderBy });
        },
        () => db().generation.count({ where: { trashedAt: null, board: boardsOf(viewer), ...asked } }),
      );
    },
  }),
  batch: t.prismaField({
    type: ["Generation"],
    description: "The generations of one request, in order. Empty if it doesn't exist or the viewer can't see it.",
    args: { id: t.arg({ type: "UUID", required: true, description: "The generations' `batchId`." }) },
    extensions: atMost(maximumPageSize),
    resolve: (query, _root, { id }, { viewer }) =>
      db().generation.findMany({
        ...query,
        where: { batchId: id, ...generationsVisibleTo(viewer) },
        orderBy: { batchIndex: "asc" },
        take: maximumPageSize,
      }),
  }),
  estimateCost: t.field({
    type: CostEstimate,
    description: "Validates the inputs as `createGeneration` would and returns the price without starting anything.",
    args: { generatorName: t.arg.string({ required: true }), inputParams: t.arg({ type: "JSON", required: true }) },
    resolve: async (_root, { generatorName, inputParams }, { viewer, warnings }) => {
      const checked = await checkRequest(requireViewer(viewer, "to estimate a price", "read"), { generatorName, inputParams });
      warnings.push(...checked.warnings);
      return checked;
    },
  }),
}));

const CreateGenerationInput = builder.inputType("CreateGenerationInput", {
  fields: (t) => ({
    boardId: t.field({ type: "UUID", required: true }),
    generatorName: t.string({ required: true }),
    artifactType: t.field({ type: ArtifactTypeEnum, required: true }),
    inputParams: t.field({ type: "JSON", required: true }),
    idempotencyKey: t.string({ defaultValue: null as never, description: "Requests with the same key create only one generation." }),
  }),
});

const UploadArtifactInput = builder.inputType("UploadArtifactInput", {
  fields: (t) => ({
    boardId: t.field({ type: "UUID", required: true }),
    artifactType: t.field({ type: ArtifactTypeEnum, required: true }),
    fileUrl: t.string({ defaultValue: null as never }),
    originalFilename: t.string({ defaultValue: null as never }),
    userDescription: t.string({ defaultValue: null as never }),
    parentGenerationId: t.field({ type: "UUID", defaultValue: null as never }),
  }),
});

const byIds = (ids: string[], query: object) => db().generation.findMany({ ...query, where: { id: { in: ids } }, orderBy: { id: "asc" } });

builder.mutationFields((t) => ({
  createGeneration: t.field({
    type: GenerationRef,
    args: { input: t.arg({ type: CreateGenerationInput, required: true }) },
    description:
      "Starts a generation. Inputs that are accepted but not used (such as a prompt for a generator without one) are listed in the response's `extensions.warnings` as `{ field, message }`.",
    resolve: (_root, { input }, { viewer, warnings }) =>
      createGeneration(requireViewer(viewer, "to create a generation", "generate"), { ...input, inputParams: input.inputParams }, (warning) =>
        warnings.push(warning),
      ),
  }),
  cancelGeneration: t.field({
    type: GenerationRef,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => cancelGeneration(requireViewer(viewer, "to cancel a generation", "generate"), id),
  }),
  deleteGeneration: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteGeneration(requireViewer(viewer, "to delete a generation"), id),
  }),
  regenerate: t.field({
    type: GenerationRef,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => regenerate(requireViewer(viewer, "to regenerate", "generate"), id),
  }),
  retryGeneration: t.field({
    type: GenerationRef,
    description: "Runs a failed or cancelled generation again with the same inputs.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => retryGeneration(requireViewer(viewer, "to retry a generation", "generate"), id),
  }),
  deleteGenerations: t.int({
    description: "Permanently deletes up to 200 generations, all or nothing, and returns how many. Use `trashGenerations` to keep them for a while.",
    args: { ids: t.arg({ type: ["UUID"], required: true }) },
    resolve: (_root, { ids }, { viewer }) => deleteGenerations(requireViewer(viewer, "to delete generations"), ids),
  }),
  moveGenerations: t.prismaField({
    type: ["Generation"],
    extensions: atMost(maximumPageSize),
    description: "Moves up to 200 generations to another board. All or nothing.",
    args: { ids: t.arg({ type: ["UUID"], required: true }), boardId: t.arg({ type: "UUID", required: true }) },
    resolve: async (query, _root, { ids, boardId }, { viewer }) =>
      byIds(await moveGenerations(requireViewer(viewer, "to move generations"), ids, boardId), query),
  }),
  copyGenerations: t.prismaField({
    type: ["Generation"],
    extensions: atMost(maximumPageSize),
    description: "Copies up to 200 generations and their files to a board. All or nothing. Returns the copies.",
    args: { ids: t.arg({ type: ["UUID"], required: true }), boardId: t.arg({ type: "UUID", required: true }) },
    resolve: async (query, _root, { ids, boardId }, { viewer }) =>
      byIds(await copyGenerations(requireViewer(viewer, "to copy generations"), ids, boardId), query),
  }),
  duplicateBoard: t.field({
    type: BoardRef,
    description: "Copies a board the viewer can see, with its completed generations and files, to a new private board.",
    args: { id: t.arg({ type: "UUID", required: true }), title: t.arg.string() },
    resolve: (_root, { id, title }, { viewer }) => duplicateBoard(requireViewer(viewer, "to create a board"), id, title),
  }),
  uploadArtifact: t.field({
    type: GenerationRef,
    args: { input: t.arg({ type: UploadArtifactInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => uploadByUrl(requireViewer(viewer, undefined, "generate"), input),
  }),
}));
