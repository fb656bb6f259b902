import "@/lib/generations/generation-loaders";
import type { GraphQLResolveInfo } from "graphql";
import { BoardRef } from "@/lib/boards/graphql";
import { notForStrangers } from "@/lib/boards/not-for-strangers";
import { artifactUrls } from "@/lib/generations/artifacts/artifact-urls";
import { fileNoteOf, isImported, isSimulated } from "@/lib/generations/artifacts/notes-of-file";
import { textContentOf } from "@/lib/generations/artifacts/text-content";
import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { phaseForStrangers } from "@/lib/generations/progress/phase-for-strangers";
import { titleOfGenerator } from "@/lib/generators/added-models/title-of-generator";
import { UserRef } from "@/lib/identity/users/graphql";
import { say } from "@/lib/messages/say";
import { isTenantAdmin } from "@/lib/platform/caller/viewer";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { columnsFor, columnsForNodes, reads } from "@/lib/platform/graphql/columns";
import { ArtifactTypeEnum, GenerationStatus } from "@/lib/platform/graphql/enums";
import { guarded } from "@/lib/platform/graphql/guarded-fields";
import { page } from "@/lib/platform/graphql/page";
import { found } from "@/lib/platform/graphql/page-loader";
import { withoutAddresses } from "@/lib/platform/redact-addresses";
import type { Generation } from "@/prisma/generated/client";

interface LineageEntry {
  generation_id: string;
  role: string;
  artifact_type: typeof ArtifactTypeEnum.$inferType;
}

const notTold = "Null unless the viewer has access to the board.";
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

/** Who may see a field is decided by these. */
const alwaysRead = ["id", "tenantId", "boardId", "userId"] as const;

/** What is read of the generations that a field answers. */
export const columnsOfGenerations = (info: GraphQLResolveInfo) => columnsFor<Generation>(info, alwaysRead);

/** What is read of the generations that are the nodes of a connection, by time. */
export const columnsOfGenerationNodes = (info: GraphQLResolveInfo) => columnsForNodes<Generation>(info, [...alwaysRead, "createdAt"]);

const ArtifactLineage = builder.objectRef<LineageEntry>("ArtifactLineage");

/** One artifact, with what it was made from. */
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
        "Signed URL of the file, at this server or at its storage. It expires. Results that couldn't be processed have one too, for download only.",
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
    placeholder: t.string({
      nullable: true,
      description: "What its preview looks like, as a [ThumbHash](https://evanw.github.io/thumbhash/) in base64. Null without a preview.",
      extensions: reads<Generation>("placeholder"),
      resolve: (row) => row.placeholder || null,
    }),
    stripUrl: t.string({
      nullable: true,
      description: "Signed URL of a WebP image of `stripFrames` frames of a video, side by side from its beginning to its end. Null without one.",
      extensions: reads<Generation>("storageKey", "stripFrames"),
      resolve: (row) => artifactUrls.strip(row),
    }),
    stripFrames: t.exposeInt("stripFrames", { description: "How many frames `stripUrl` shows." }),
    peaks: t.exposeString("peaks", {
      nullable: true,
      description: "The waveform of a sound: 300 bytes in base64, one for each part from its beginning to its end; the loudest is 255.",
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
      resolve: fileNoteOf,
    }),
    generatorTitle: t.string({
      description:
        "What its generator is called, also after it is no longer offered; `Upload` for uploaded files. Of a model that the viewer's tenant does not know, its name.",
      extensions: reads<Generation>("generatorName"),
      resolve: (row, _args, { loaders }) => (isUpload(row) ? say("app.upload") : titleOfGenerator(row.generatorName, loaders)),
    }),
    isUpload: t.boolean({
      description: "Whether it is an uploaded file, which no generator made.",
      extensions: reads<Generation>("generatorName"),
      resolve: isUpload,
    }),
    isSimulated: t.boolean({
      description: "Whether it runs, or ran, on a simulated provider. It then costs nothing, and `estimatedCostUsd` is what it would cost.",
      extensions: reads<Generation>("outputMetadata"),
      resolve: isSimulated,
    }),
    isImported: t.boolean({
      description: "Whether it came from an archive of a board. It then cost nothing here.",
      extensions: reads<Generation>("outputMetadata"),
      resolve: isImported,
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
      description: `The price that was told before, also of a simulated run, which costs nothing. ${notTold}`,
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
      extensions: { ...reads<Generation>("status", "batchId"), ...notForStrangers() },
      resolve: (row, _args, { loaders }) => (row.status === "pending" ? loaders.queuePosition.load(row.batchId) : null),
    }),
    expectedSeconds: t.float({
      nullable: true,
      description:
        "How long it is likely to take from its start: the median of the generator's last 20 results in the tenant. Null if there are none, if it isn't queued or running, and unless the viewer has access to the board.",
      extensions: { ...reads<Generation>("status", "generatorName"), ...notForStrangers() },
      resolve: ({ status, tenantId, generatorName }, _args, { loaders }) =>
        liveStatuses.includes(status) ? loaders.expectedSeconds.load({ tenantId, generatorName }) : null,
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
