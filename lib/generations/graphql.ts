import type { DefaultConnectionArguments } from "@pothos/plugin-relay";
import type { GraphQLResolveInfo } from "graphql";
import "@/lib/boards/graphql";
import { saveFrame } from "@/lib/generations/artifacts/save-frame";
import { cancelGeneration } from "@/lib/generations/cancel-generation";
import { checkRequest, createGeneration } from "@/lib/generations/create-generation";
import { deleteGeneration, deleteGenerations } from "@/lib/generations/delete-generation";
import { columnsOfGenerationNodes, columnsOfGenerations, GenerationRef } from "@/lib/generations/generation-type";
import { copyGenerations, moveGenerations } from "@/lib/generations/move-generations";
import { recentIds } from "@/lib/generations/recent-ids";
import { regenerate } from "@/lib/generations/regenerate";
import { retryGeneration } from "@/lib/generations/retry-generation";
import { uploadByUrl } from "@/lib/generations/upload-by-url";
import { boardsOf, boardsVisibleTo, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import type { Keyset } from "@/lib/platform/db/keyset";
import { env } from "@/lib/platform/env";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { selecting } from "@/lib/platform/graphql/columns";
import { connect } from "@/lib/platform/graphql/connection";
import { ArtifactTypeEnum, GenerationStatus, lowerCased } from "@/lib/platform/graphql/enums";
import { maximumPageSize, page } from "@/lib/platform/graphql/page";
import { maximumListItems } from "@/lib/platform/limits/input-limits";
import type { Generation, Prisma } from "@/prisma/generated/client";

const CostEstimate = builder.objectRef<{ costUsd: number; outputCount: number }>("CostEstimate").implement({
  description: "The price and number of results of a request.",
  fields: (t) => ({ costUsd: t.exposeFloat("costUsd"), outputCount: t.exposeInt("outputCount") }),
});

const newestFirst = { field: "createdAt", direction: "desc" } as const;

/** A connection over generations, newest first. */
function connectGenerations(
  where: Prisma.GenerationWhereInput,
  args: DefaultConnectionArguments,
  info: GraphQLResolveInfo,
  count: () => Promise<number> = () => db().generation.count({ where }),
) {
  const query = selecting(columnsOfGenerationNodes(info));
  const find = (keyset: Keyset) => db().generation.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } }) as Promise<Generation[]>;
  return connect(args, newestFirst, find, count);
}

builder.prismaObjectField("Board", "generationsConnection", (t) =>
  t.connection({
    type: GenerationRef,
    description: "Newest first.",
    resolve: ({ id }, args, { loaders }, info) =>
      connectGenerations({ boardId: id, trashedAt: null }, args, info, () => loaders.generationCount.load(id)),
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
  areSimulatedRunsCharged: t.boolean({
    description: "Whether runs on simulated providers are charged and counted like real ones.",
    resolve: () => env().areSimulatedRunsCharged,
  }),
  maxUploadBytes: t.float({ description: "The size of the largest file that can be uploaded.", resolve: () => env().maxUploadSizeBytes }),
  generation: t.prismaField({
    type: "Generation",
    nullable: true,
    description: "Null if it doesn't exist or the viewer can't see it.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (query, _root, { id }, { viewer }, info) =>
      db().generation.findFirst({
        ...query,
        ...selecting(columnsOfGenerations(info)),
        where: { id, ...generationsVisibleTo(viewer) },
      }) as Promise<Generation | null>,
  }),
  generations: t.prismaField({
    type: ["Generation"],
    description: "The generations with these IDs that exist and the viewer can see, in no particular order.",
    args: { ids: t.arg({ type: ["UUID"], required: true }) },
    extensions: atMost(maximumListItems),
    resolve: (query, _root, { ids }, { viewer }, info) =>
      db().generation.findMany({
        ...query,
        ...selecting(columnsOfGenerations(info)),
        where: { id: { in: ids }, ...generationsVisibleTo(viewer) },
        take: maximumListItems,
      }) as Promise<Generation[]>,
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
    resolve: (_root, { boardId, status, artifactType, ...args }, { viewer }, info) => {
      const asked = { status: status ?? undefined, artifactType: artifactType ?? undefined };
      if (boardId) return connectGenerations({ trashedAt: null, board: { id: boardId, ...boardsVisibleTo(viewer) }, ...asked }, args, info);
      if (!viewer) return connectGenerations({ id: { in: [] } }, args, info);
      const query = selecting(columnsOfGenerationNodes(info));
      return connect(
        args,
        newestFirst,
        async ({ orderBy, take }, keyset) => {
          const ids = await recentIds(viewer, { ...asked, take, keyset });
          return db().generation.findMany({ ...query, where: { id: { in: ids } }, orderBy }) as Promise<Generation[]>;
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
    resolve: (query, _root, { id }, { viewer }, info) =>
      db().generation.findMany({
        ...query,
        ...selecting(columnsOfGenerations(info)),
        where: { batchId: id, ...generationsVisibleTo(viewer) },
        orderBy: { batchIndex: "asc" },
        take: maximumPageSize,
      }) as Promise<Generation[]>,
  }),
  estimateCost: t.field({
    type: CostEstimate,
    description: "Validates the inputs as `createGeneration` would and returns the price without starting anything.",
    args: { generatorName: t.arg.string({ required: true }), inputParams: t.arg({ type: "JSON", required: true }) },
    resolve: async (_root, { generatorName, inputParams }, { viewer, warnings }) => {
      const checked = await checkRequest(requireViewer(viewer, "read"), { generatorName, inputParams });
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

const FramePosition = builder.enumType("VideoFramePosition", { values: lowerCased("FIRST", "LAST") });

builder.mutationFields((t) => ({
  createGeneration: t.field({
    type: GenerationRef,
    args: { input: t.arg({ type: CreateGenerationInput, required: true }) },
    description:
      "Starts a generation. Inputs that are accepted but not used (such as a prompt for a generator without one) are listed in the response's `extensions.warnings` as `{ field, message }`.",
    resolve: (_root, { input }, { viewer, warnings }) =>
      createGeneration(requireViewer(viewer, "generate", "createGeneration"), { ...input, inputParams: input.inputParams }, (warning) =>
        warnings.push(warning),
      ),
  }),
  cancelGeneration: t.field({
    type: GenerationRef,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => cancelGeneration(requireViewer(viewer, "generate", "cancelGeneration"), id),
  }),
  deleteGeneration: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteGeneration(requireViewer(viewer, "write", "deleteGeneration"), id),
  }),
  regenerate: t.field({
    type: GenerationRef,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => regenerate(requireViewer(viewer, "generate", "regenerate"), id),
  }),
  retryGeneration: t.field({
    type: GenerationRef,
    description: "Runs a failed or canceled generation again with the same inputs.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => retryGeneration(requireViewer(viewer, "generate"), id),
  }),
  deleteGenerations: t.int({
    description: "Permanently deletes up to 200 generations, all or nothing, and returns how many. Use `trashGenerations` to keep them for a while.",
    args: { ids: t.arg({ type: ["UUID"], required: true }) },
    resolve: (_root, { ids }, { viewer }) => deleteGenerations(requireViewer(viewer), ids),
  }),
  moveGenerations: t.prismaField({
    type: ["Generation"],
    extensions: atMost(maximumPageSize),
    description: "Moves up to 200 generations to another board. All or nothing.",
    args: { ids: t.arg({ type: ["UUID"], required: true }), boardId: t.arg({ type: "UUID", required: true }) },
    resolve: async (query, _root, { ids, boardId }, { viewer }) => byIds(await moveGenerations(requireViewer(viewer), ids, boardId), query),
  }),
  copyGenerations: t.prismaField({
    type: ["Generation"],
    extensions: atMost(maximumPageSize),
    description: "Copies up to 200 generations and their files to a board. All or nothing. Returns the copies.",
    args: { ids: t.arg({ type: ["UUID"], required: true }), boardId: t.arg({ type: "UUID", required: true }) },
    resolve: async (query, _root, { ids, boardId }, { viewer }) => byIds(await copyGenerations(requireViewer(viewer), ids, boardId), query),
  }),
  saveVideoFrame: t.field({
    type: GenerationRef,
    description: "Saves a frame of a video as an image beside it on its board.",
    args: { id: t.arg({ type: "UUID", required: true }), position: t.arg({ type: FramePosition, required: true }) },
    resolve: (_root, { id, position }, { viewer }) => saveFrame(requireViewer(viewer, "generate"), id, position),
  }),
  uploadArtifact: t.field({
    type: GenerationRef,
    args: { input: t.arg({ type: UploadArtifactInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => uploadByUrl(requireViewer(viewer, "generate"), input),
  }),
}));
