import { requireViewer } from "@/lib/auth/viewer";
import { boardsOf, boardsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import { artifactUrls } from "@/lib/generations/artifact-urls";
import { cancelGeneration } from "@/lib/generations/cancel-generation";
import { createGeneration, parseRequest } from "@/lib/generations/create-generation";
import { deleteGeneration } from "@/lib/generations/delete-generation";
import { generationsVisibleTo } from "@/lib/generations/policy";
import { regenerate } from "@/lib/generations/regenerate";
import { uploadByUrl } from "@/lib/generations/upload-by-url";
import { builder } from "@/lib/graphql/builder";
import { ArtifactTypeEnum, GenerationStatus } from "@/lib/graphql/enums";
import { page } from "@/lib/graphql/page";

interface LineageEntry {
  generation_id: string;
  role: string;
  artifact_type: typeof ArtifactTypeEnum.$inferType;
}

const AdditionalFile = builder.objectRef<{ url: string; type: string; metadata?: unknown }>("AdditionalFile").implement({
  fields: (t) => ({
    url: t.exposeString("url"),
    type: t.exposeString("type"),
    metadata: t.field({ type: "JSON", resolve: (file) => file.metadata ?? {} }),
  }),
});

const ArtifactLineage = builder.objectRef<LineageEntry>("ArtifactLineage");

const GenerationRef = builder.prismaObject("Generation", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    boardId: t.expose("boardId", { type: "UUID" }),
    userId: t.expose("userId", { type: "UUID" }),
    generatorName: t.exposeString("generatorName"),
    artifactType: t.field({ type: ArtifactTypeEnum, resolve: (row) => row.artifactType as typeof ArtifactTypeEnum.$inferType }),
    storageUrl: t.string({
      nullable: true,
      description: "Where the file is; a signed address that expires.",
      resolve: (row) => artifactUrls.file(row),
    }),
    thumbnailUrl: t.string({
      nullable: true,
      description: "A WebP preview (of a video: of an early frame), the narrowest that is at least `width` pixels wide, of 320, 640 and 1280.",
      args: { width: t.arg.int({ defaultValue: 640 }) },
      resolve: (row, { width }) => artifactUrls.thumbnail(row, width ?? 640),
    }),
    downloadUrl: t.string({ nullable: true, description: "Downloads the file under a readable name.", resolve: (row) => artifactUrls.download(row) }),
    additionalFiles: t.field({ type: [AdditionalFile], resolve: (row) => row.additionalFiles as unknown as { url: string; type: string }[] }),
    inputParams: t.expose("inputParams", { type: "JSON" }),
    outputMetadata: t.expose("outputMetadata", { type: "JSON" }),
    externalJobId: t.exposeString("externalJobId", { nullable: true }),
    status: t.field({ type: GenerationStatus, resolve: (row) => row.status as typeof GenerationStatus.$inferType }),
    progress: t.float({ description: "Percent, 0 to 100.", resolve: (row) => Number(row.progress) }),
    phase: t.exposeString("phase", { description: "queued, initializing, processing or finalizing." }),
    progressMessage: t.exposeString("progressMessage", { nullable: true }),
    errorMessage: t.exposeString("errorMessage", { nullable: true }),
    errorCode: t.exposeString("errorCode", { nullable: true }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true }),
    completedAt: t.expose("completedAt", { type: "DateTime", nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    batchId: t.expose("batchId", { type: "UUID" }),
    batchIndex: t.exposeInt("batchIndex"),
    batchSize: t.exposeInt("batchSize"),
    regeneratedFromId: t.expose("regeneratedFromId", { type: "UUID", nullable: true }),
    estimatedCostUsd: t.float({ nullable: true, resolve: (row) => (row.estimatedCostUsd === null ? null : Number(row.estimatedCostUsd)) }),
    mimeType: t.exposeString("mimeType", { nullable: true }),
    fileSizeBytes: t.float({ nullable: true, resolve: (row) => (row.fileSizeBytes === null ? null : Number(row.fileSizeBytes)) }),
    width: t.exposeInt("width", { nullable: true }),
    height: t.exposeInt("height", { nullable: true }),
    durationSeconds: t.exposeFloat("durationSeconds", { nullable: true }),
    frameRate: t.exposeFloat("frameRate", { nullable: true }),
    sampleRate: t.exposeInt("sampleRate", { nullable: true }),
    channels: t.exposeInt("channels", { nullable: true }),
    contentHash: t.exposeString("contentHash", { nullable: true }),
    textContent: t.string({
      nullable: true,
      description: "The first `maxLength` characters of a text; null for everything else.",
      args: { maxLength: t.arg.int({ defaultValue: 2000 }) },
      resolve: (row, { maxLength }) => {
        const { content } = row.outputMetadata as { content?: unknown };
        return row.artifactType === "text" && typeof content === "string" ? content.slice(0, maxLength ?? 2000) : null;
      },
    }),
    board: t.relation("board"),
    user: t.relation("user"),
    inputArtifacts: t.field({ type: [ArtifactLineage], resolve: (row) => row.inputArtifacts as unknown as LineageEntry[] }),
  }),
});

ArtifactLineage.implement({
  description: "One input of a generation: which artifact, and in which field.",
  fields: (t) => ({
    generationId: t.expose("generation_id", { type: "UUID" }),
    role: t.exposeString("role"),
    artifactType: t.expose("artifact_type", { type: ArtifactTypeEnum }),
    generation: t.field({
      type: GenerationRef,
      nullable: true,
      description: "Null when it was deleted or may not be seen.",
      resolve: (entry, _args, { loaders }) => loaders.visibleGeneration.load(entry.generation_id),
    }),
  }),
});

builder.prismaObjectField("Generation", "usedBy", (t) =>
  t.field({
    type: [GenerationRef],
    description: "What was made from this, newest first.",
    args: { limit: t.arg.int({ defaultValue: 50 }) },
    resolve: async (row, args, { loaders }) => (await loaders.usedBy.load(row.id)).slice(0, page(args).take),
  }),
);

builder.prismaObjectField("Board", "coverGenerations", (t) =>
  t.field({
    type: [GenerationRef],
    description: "Up to four newest pictures of the board, for its cover.",
    resolve: (board, _args, { loaders }) => loaders.cover.load(board.id),
  }),
);

const CostEstimate = builder.objectRef<{ costUsd: number; outputCount: number }>("CostEstimate").implement({
  description: "What a request would cost and make.",
  fields: (t) => ({ costUsd: t.exposeFloat("costUsd"), outputCount: t.exposeInt("outputCount") }),
});

builder.queryFields((t) => ({
  generation: t.prismaField({
    type: "Generation",
    nullable: true,
    description: "Null when it does not exist or may not be seen.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (query, _root, { id }, { viewer }) => db().generation.findFirst({ ...query, where: { id, ...generationsVisibleTo(viewer) } }),
  }),
  recentGenerations: t.prismaField({
    type: ["Generation"],
    description: "Newest first: of one board, or of all boards that the viewer owns or is a member of.",
    args: {
      boardId: t.arg({ type: "UUID", defaultValue: null as never }),
      status: t.arg({ type: GenerationStatus, defaultValue: null as never }),
      artifactType: t.arg({ type: ArtifactTypeEnum, defaultValue: null as never }),
      limit: t.arg.int({ defaultValue: 50 }),
      offset: t.arg.int({ defaultValue: 0 }),
    },
    resolve: (query, _root, args, { viewer }) => {
      if (!viewer) return [];
      const board = args.boardId ? { id: args.boardId, ...boardsVisibleTo(viewer) } : boardsOf(viewer);
      return db().generation.findMany({
        ...query,
        ...page(args),
        where: { board, status: args.status ?? undefined, artifactType: args.artifactType ?? undefined },
        orderBy: [{ createdAt: "desc" }, { batchIndex: "asc" }, { id: "desc" }],
      });
    },
  }),
  estimateCost: t.field({
    type: CostEstimate,
    description: "Checks the inputs as createGeneration would, and answers the price without asking for anything.",
    args: { generatorName: t.arg.string({ required: true }), inputParams: t.arg({ type: "JSON", required: true }) },
    resolve: (_root, { generatorName, inputParams }) => parseRequest({ generatorName, inputParams }),
  }),
}));

const CreateGenerationInput = builder.inputType("CreateGenerationInput", {
  fields: (t) => ({
    boardId: t.field({ type: "UUID", required: true }),
    generatorName: t.string({ required: true }),
    artifactType: t.field({ type: ArtifactTypeEnum, required: true }),
    inputParams: t.field({ type: "JSON", required: true }),
    idempotencyKey: t.string({ defaultValue: null as never, description: "Asking twice with one key makes one generation." }),
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

builder.mutationFields((t) => ({
  createGeneration: t.prismaField({
    type: "Generation",
    args: { input: t.arg({ type: CreateGenerationInput, required: true }) },
    resolve: (_query, _root, { input }, { viewer }) =>
      createGeneration(requireViewer(viewer, "to create a generation"), { ...input, inputParams: input.inputParams }),
  }),
  cancelGeneration: t.prismaField({
    type: "Generation",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_query, _root, { id }, { viewer }) => cancelGeneration(requireViewer(viewer, "to cancel a generation"), id),
  }),
  deleteGeneration: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteGeneration(requireViewer(viewer, "to delete a generation"), id),
  }),
  regenerate: t.prismaField({
    type: "Generation",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_query, _root, { id }, { viewer }) => regenerate(requireViewer(viewer, "to regenerate"), id),
  }),
  uploadArtifact: t.prismaField({
    type: "Generation",
    args: { input: t.arg({ type: UploadArtifactInput, required: true }) },
    resolve: (_query, _root, { input }, { viewer }) => uploadByUrl(requireViewer(viewer), input),
  }),
}));
