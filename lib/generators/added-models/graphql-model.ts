import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import type { Prisma } from "@/prisma/generated/client";
import { AddedModelState, ModelPriceUnit } from "./graphql-enums";
import { ModelChange, ModelField, ModelProblem, maximumFields } from "./graphql-fields";
import type { ReadSource } from "./model-source";
import { mayEdit, mayOffer } from "./policy";
import { maximumVersions, type Refreshed } from "./refresh-model";

builder.prismaObject("AddedModelVersion", {
  description: "One version of an added model. Generations keep the one that they were made with.",
  fields: (t) => ({
    version: t.exposeInt("version"),
    addedBy: t.string({
      nullable: true,
      description: "Who fetched it; null when they are gone, or of another tenant.",
      select: { addedBy: { select: { displayName: true, account: { select: { email: true } } } } },
      resolve: ({ addedBy }) => addedBy && (addedBy.displayName ?? addedBy.account.email),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

/** A model that was added. */
export const AddedModel = builder.prismaObject("AddedModel", {
  description: "A model of fal or Replicate, or a ComfyUI workflow, that was added in the browser.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    name: t.exposeString("name", { description: "As generators are named: for `createGeneration`, settings and the rest." }),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    provider: t.exposeString("providerName"),
    modelId: t.exposeString("modelId", { description: "At the provider, as in `fal-ai/flux/dev`; of a workflow the name of its file." }),
    page: t.exposeString("page", { nullable: true, description: "The provider's page about it." }),
    state: t.field({ type: AddedModelState, resolve: ({ state }) => state as "draft" | "offered" | "retired" }),
    retiredReason: t.exposeString("retiredReason", { nullable: true, description: "Why it is not offered any more." }),
    forInstallation: t.boolean({ description: "For all tenants, or for this one.", resolve: ({ tenantId }) => tenantId === null }),
    version: t.exposeInt("version", { description: "The one that new generations are made with." }),
    versions: t.relation("versions", {
      extensions: atMost(maximumVersions),
      description: "Newest first.",
      query: { orderBy: { version: "desc" }, take: maximumVersions },
    }),
    priceUsd: t.float({ resolve: ({ priceUsd }) => Number(priceUsd) }),
    pricePer: t.field({ type: ModelPriceUnit, resolve: ({ pricePer }) => pricePer as "request" }),
    addedBy: t.string({
      nullable: true,
      description: "Who added it; null when they are gone, or of another tenant.",
      select: { addedBy: { select: { displayName: true, account: { select: { email: true } } } } },
      resolve: ({ addedBy }) => addedBy && (addedBy.displayName ?? addedBy.account.email),
    }),
    isUsed: t.boolean({
      description: "Whether something was made with it, so that it can be retired but not deleted.",
      resolve: ({ name }, _args, { loaders }) => loaders.modelIsUsed.load(name),
    }),
    mayEdit: t.boolean({
      description: "Whether the viewer may refresh it, change its price or delete it.",
      resolve: async (model, _args, { loaders }) => mayEdit(await loaders.modelRights(), model),
    }),
    mayOffer: t.boolean({
      description: "Whether the viewer may offer or retire it.",
      resolve: async (model, _args, { loaders }) => mayOffer(await loaders.modelRights(), model),
    }),
    mayTry: t.boolean({
      description: "Whether the viewer may try it while it is a draft: whoever added it may.",
      resolve: ({ state, addedById }, _args, { viewer }) => state === "draft" && addedById === viewer?.userId,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
  }),
});

type Model = Prisma.AddedModelGetPayload<object>;

// What is read from its source.
builder.prismaObjectFields("AddedModel", (t) => {
  const read = (model: Model, { loaders }: { loaders: { modelSource: { load(model: Model): Promise<ReadSource> } } }) =>
    loaders.modelSource.load(model);
  return {
    artifactType: t.field({
      type: ArtifactTypeEnum,
      nullable: true,
      description: "Null where it cannot be used any more.",
      resolve: async (model, _args, context) => (await read(model, context)).artifactType,
    }),
    output: t.string({
      description: "Where its answer holds the result, as in `images[].url`.",
      resolve: async (model, _args, context) => (await read(model, context)).output,
    }),
    priceUnits: t.field({
      type: [ModelPriceUnit],
      description: "What a price of this model can be for.",
      resolve: async (model, _args, context) => (await read(model, context)).priceUnits,
    }),
    fields: t.field({
      type: [ModelField],
      extensions: atMost(maximumFields, 20),
      resolve: async (model, _args, context) => (await read(model, context)).fields.slice(0, maximumFields),
    }),
    problems: t.field({
      type: [ModelProblem],
      extensions: atMost(maximumFields, 20),
      description: "What cannot be mapped, field by field.",
      resolve: async (model, _args, context) => (await read(model, context)).problems.slice(0, maximumFields),
    }),
    inputSchema: t.field({
      type: "JSON",
      nullable: true,
      description: "The form of its inputs, as `GeneratorInfo.inputSchema`; null where it cannot be used any more.",
      resolve: async (model, _args, context) => schemaOf(await read(model, context)),
    }),
  };
});

const schemaOf = (read: ReadSource) => (read.isUsable ? inputSchemaOf(read.generator({ price: { usd: 0, per: "request" } })) : null);

/** A model that is looked at. */
export const ModelDescription = builder.objectRef<ReadSource>("ModelDescription").implement({
  description: "A model as its provider, or a file, describes it, looked at before it is added.",
  fields: (t) => ({
    provider: t.exposeString("provider"),
    modelId: t.exposeString("modelId"),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    page: t.exposeString("page", { nullable: true, description: "The provider's page about it; null for a workflow." }),
    artifactType: t.expose("artifactType", {
      type: ArtifactTypeEnum,
      nullable: true,
      description: "Null while nobody knows what it makes: say so with the argument `artifactType`.",
    }),
    fields: t.field({ type: [ModelField], extensions: atMost(maximumFields, 20), resolve: ({ fields }) => fields.slice(0, maximumFields) }),
    inputSchema: t.field({ type: "JSON", nullable: true, description: "The form of its inputs; null while it is not usable.", resolve: schemaOf }),
    output: t.exposeString("output", { description: "Where its answer holds the result, as in `images[].url`." }),
    problems: t.field({
      type: [ModelProblem],
      extensions: atMost(maximumFields, 20),
      description: "What cannot be mapped, field by field.",
      resolve: ({ problems }) => problems.slice(0, maximumFields),
    }),
    isUsable: t.exposeBoolean("isUsable", { description: "Whether it can be added: false where something that it needs cannot be filled in." }),
    isRetired: t.exposeBoolean("isRetired", { description: "Whether its provider advises against it." }),
    priceUsd: t.float({
      nullable: true,
      description: "What the provider says it costs; null where it does not say.",
      resolve: ({ price }) => price?.usd ?? null,
    }),
    priceSaid: t.exposeString("priceSaid", {
      nullable: true,
      description: "What the provider says of its price, word for word, also where no price here can count it.",
    }),
    pricePer: t.field({ type: ModelPriceUnit, nullable: true, resolve: ({ price }) => price?.per ?? null }),
    priceUnits: t.field({
      type: [ModelPriceUnit],
      description: "What a price of this model can be for.",
      resolve: ({ priceUnits }) => priceUnits,
    }),
    alreadyAdded: t.field({
      type: AddedModel,
      nullable: true,
      description: "Where it is offered to the viewer's tenant already, or is a draft of their own.",
      resolve: ({ provider, modelId }, _args, { viewer }) => (viewer ? findTwin(viewer, provider, modelId) : null),
    }),
  }),
});

const findTwin = ({ tenantId, userId }: Viewer, providerName: string, modelId: string) =>
  db().addedModel.findFirst({
    where: {
      providerName,
      modelId,
      AND: [{ OR: [{ tenantId }, { tenantId: null }] }, { OR: [{ state: "offered" }, { state: "draft", addedById: userId }] }],
    },
    orderBy: { createdAt: "desc" },
  });

/** A model that was read again. */
export const RefreshedModel = builder.objectRef<Refreshed>("RefreshedModel").implement({
  description: "What a model's provider, or a new file, says now, beside what is kept.",
  fields: (t) => ({
    model: t.expose("model", { type: AddedModel }),
    changes: t.field({
      type: [ModelChange],
      extensions: atMost(2 * maximumFields, 20),
      description: "Empty when it is as it was.",
      resolve: ({ changes }) => changes.slice(0, 2 * maximumFields),
    }),
    problems: t.field({
      type: [ModelProblem],
      extensions: atMost(maximumFields, 20),
      description: "What of the new one cannot be mapped.",
      resolve: ({ problems }) => problems.slice(0, maximumFields),
    }),
    isUsable: t.exposeBoolean("isUsable", { description: "Whether the new one can be used." }),
    fingerprint: t.exposeString("fingerprint", { description: "Names the new one: given as `confirmed`, it is kept as a new version." }),
    isKept: t.exposeBoolean("isKept", { description: "Whether this call made a new version." }),
  }),
});
