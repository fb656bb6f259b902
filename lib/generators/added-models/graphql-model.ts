import { findProvider } from "@/lib/generators/catalogue/providers";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import type { Provider } from "@/lib/generators/contract/provider";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import type { Prisma } from "@/prisma/generated/client";
import { AddedModelState, ModelPriceUnit, ModelSourceKind } from "./graphql-enums";
import { ModelChange, ModelField, ModelProblem, maximumFields } from "./graphql-fields";
import type { ReadSource } from "./model-source";
import { mayEdit, mayOffer } from "./policy";
import { maximumVersions, type Refreshed } from "./refresh-model";

const titleOf = (provider: string) => findProvider(provider)?.title ?? provider;
const sourceKindOf = (provider: string) => (findProvider(provider)?.describe ? "provider" : "file");

builder.prismaObject("AddedModelVersion", {
  description: "A version of an added model. Each generation keeps the version it was made with.",
  fields: (t) => ({
    version: t.exposeInt("version"),
    addedBy: t.string({
      nullable: true,
      description: "Who fetched it. Null if they were deleted or belong to another tenant.",
      select: { addedBy: { select: { displayName: true, account: { select: { email: true } } } } },
      resolve: ({ addedBy }) => addedBy && (addedBy.displayName ?? addedBy.account.email),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

/** A model that was added. */
export const AddedModel = builder.prismaObject("AddedModel", {
  description: "A fal or Replicate model, or a ComfyUI workflow, added in the app.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    name: t.exposeString("name", { description: "The generator name to use in `createGeneration` and settings." }),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    provider: t.exposeString("providerName"),
    providerTitle: t.string({ description: "The provider's name for people.", resolve: ({ providerName }) => titleOf(providerName) }),
    source: t.field({ type: ModelSourceKind, resolve: ({ providerName }) => sourceKindOf(providerName) }),
    modelId: t.exposeString("modelId", { description: "The provider's model ID, such as `fal-ai/flux/dev`, or a workflow's file name." }),
    page: t.exposeString("page", { nullable: true, description: "The model's page at the provider." }),
    state: t.field({ type: AddedModelState, resolve: ({ state }) => state as "draft" | "offered" | "retired" }),
    retiredReason: t.exposeString("retiredReason", { nullable: true, description: "Why it was retired." }),
    forInstallation: t.boolean({
      description: "True if it applies to all tenants, false if only to this one.",
      resolve: ({ tenantId }) => tenantId === null,
    }),
    version: t.exposeInt("version", { description: "The version that new generations use." }),
    versions: t.relation("versions", {
      extensions: atMost(maximumVersions),
      description: "Newest first.",
      query: { orderBy: { version: "desc" }, take: maximumVersions },
    }),
    priceUsd: t.float({ resolve: ({ priceUsd }) => Number(priceUsd) }),
    pricePer: t.field({ type: ModelPriceUnit, resolve: ({ pricePer }) => pricePer as "request" }),
    addedBy: t.string({
      nullable: true,
      description: "Who added it. Null if they were deleted or belong to another tenant.",
      select: { addedBy: { select: { displayName: true, account: { select: { email: true } } } } },
      resolve: ({ addedBy }) => addedBy && (addedBy.displayName ?? addedBy.account.email),
    }),
    isUsed: t.boolean({
      description: "True if it has generations. It can then be retired but not deleted.",
      resolve: ({ name }, _args, { loaders }) => loaders.modelIsUsed.load(name),
    }),
    mayEdit: t.boolean({
      description: "Whether the viewer can refresh it, change its price or delete it.",
      resolve: async (model, _args, { loaders }) => mayEdit(await loaders.modelRights(), model),
    }),
    mayOffer: t.boolean({
      description: "Whether the viewer can offer or retire it.",
      resolve: async (model, _args, { loaders }) => mayOffer(await loaders.modelRights(), model),
    }),
    mayTry: t.boolean({
      description: "Whether the viewer can try it as a draft. Only the person who added it can.",
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
      description: "Null if it can no longer be used.",
      resolve: async (model, _args, context) => (await read(model, context)).artifactType,
    }),
    output: t.string({
      description: "Where the result is in the provider's response, such as `images[].url`.",
      resolve: async (model, _args, context) => (await read(model, context)).output,
    }),
    priceUnits: t.field({
      type: [ModelPriceUnit],
      description: "Units this model can be priced in.",
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
      description: "Parts of the schema that can't be mapped, by field.",
      resolve: async (model, _args, context) => (await read(model, context)).problems.slice(0, maximumFields),
    }),
    inputSchema: t.field({
      type: "JSON",
      nullable: true,
      description: "JSON Schema of its inputs, as in `GeneratorInfo.inputSchema`. Null if it can no longer be used.",
      resolve: async (model, _args, context) => schemaOf(await read(model, context)),
    }),
  };
});

const schemaOf = (read: ReadSource) => (read.isUsable ? inputSchemaOf(read.generator({ price: { usd: 0, per: "request" } })) : null);

/** A model that is looked at. */
export const ModelDescription = builder.objectRef<ReadSource>("ModelDescription").implement({
  description: "A model as its provider or file describes it, for review before it's added.",
  fields: (t) => ({
    provider: t.exposeString("provider"),
    providerTitle: t.string({ description: "The provider's name for people.", resolve: ({ provider }) => titleOf(provider) }),
    source: t.field({ type: ModelSourceKind, resolve: ({ provider }) => sourceKindOf(provider) }),
    modelId: t.exposeString("modelId"),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    page: t.exposeString("page", { nullable: true, description: "The model's page at the provider. Null for a workflow." }),
    artifactType: t.expose("artifactType", {
      type: ArtifactTypeEnum,
      nullable: true,
      description: "Null if the output type is unknown. Set it with the `artifactType` argument.",
    }),
    fields: t.field({ type: [ModelField], extensions: atMost(maximumFields, 20), resolve: ({ fields }) => fields.slice(0, maximumFields) }),
    inputSchema: t.field({ type: "JSON", nullable: true, description: "JSON Schema of its inputs. Null if it isn't usable.", resolve: schemaOf }),
    output: t.exposeString("output", { description: "Where the result is in the provider's response, such as `images[].url`." }),
    problems: t.field({
      type: [ModelProblem],
      extensions: atMost(maximumFields, 20),
      description: "Parts of the schema that can't be mapped, by field.",
      resolve: ({ problems }) => problems.slice(0, maximumFields),
    }),
    isUsable: t.exposeBoolean("isUsable", { description: "Whether it can be added. False if a required input can't be filled in." }),
    isRetired: t.exposeBoolean("isRetired", { description: "Whether the provider has deprecated it." }),
    priceUsd: t.float({
      nullable: true,
      description: "The provider's published price. Null if there is none.",
      resolve: ({ price }) => price?.usd ?? null,
    }),
    priceSaid: t.exposeString("priceSaid", {
      nullable: true,
      description: "The provider's own wording of the price, even if it can't be calculated here.",
    }),
    pricePer: t.field({ type: ModelPriceUnit, nullable: true, resolve: ({ price }) => price?.per ?? null }),
    priceUnits: t.field({
      type: [ModelPriceUnit],
      description: "Units this model can be priced in.",
      resolve: ({ priceUnits }) => priceUnits,
    }),
    alreadyAdded: t.field({
      type: AddedModel,
      nullable: true,
      description: "The existing model, if it's already offered in the viewer's tenant or is their own draft.",
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
  description: "A model as its provider or new file describes it now, compared with the saved version.",
  fields: (t) => ({
    model: t.expose("model", { type: AddedModel }),
    changes: t.field({
      type: [ModelChange],
      extensions: atMost(2 * maximumFields, 20),
      description: "Empty if nothing changed.",
      resolve: ({ changes }) => changes.slice(0, 2 * maximumFields),
    }),
    problems: t.field({
      type: [ModelProblem],
      extensions: atMost(maximumFields, 20),
      description: "Parts of the new version that can't be mapped.",
      resolve: ({ problems }) => problems.slice(0, maximumFields),
    }),
    isUsable: t.exposeBoolean("isUsable", { description: "Whether the new version can be used." }),
    fingerprint: t.exposeString("fingerprint", { description: "Identifies these changes. Pass it as `confirmed` to save them as a new version." }),
    isKept: t.exposeBoolean("isKept", { description: "Whether this call saved a new version." }),
  }),
});

/** A provider that describes its models. */
export const ModelProvider = builder.objectRef<Provider>("ModelProvider").implement({
  description: "A provider whose models can be added by their ID.",
  fields: (t) => ({
    name: t.exposeString("name"),
    title: t.exposeString("title", { description: "Its name for people." }),
    exampleId: t.string({ nullable: true, description: "A model's ID, as an example.", resolve: ({ modelExample }) => modelExample?.id }),
    examplePage: t.string({ nullable: true, description: "The URL of that model's page.", resolve: ({ modelExample }) => modelExample?.page }),
  }),
});
