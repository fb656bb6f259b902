import "@/lib/generators/added-models/added-model-loaders";
import { providers } from "@/lib/generators/catalogue/providers";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import { addComfyWorkflow, addModel } from "./add-model";
import { AddedModelState } from "./graphql-enums";
import { AddComfyWorkflowInput, AddModelInput, RefreshModelInput, SetModelPriceInput } from "./graphql-inputs";
import { AddedModel, ModelDescription, ModelProvider, RefreshedModel } from "./graphql-model";
import { lookUpModel, workflowSource } from "./look-up-model";
import { readSource } from "./model-source";
import { deleteModel, offerModel, retireModel, setModelPrice } from "./offer-model";
import { mayAddModels, membersMayAddModels, modelAdder, modelsVisibleTo, setMembersMayAddModels, workflowAdder } from "./policy";
import { refreshModel } from "./refresh-model";

const describingProviders = providers.filter(({ describe }) => describe);

builder.queryFields((t) => ({
  mayAddModels: t.boolean({ description: "Whether the viewer can add models.", resolve: (_root, _args, { viewer }) => mayAddModels(viewer) }),
  membersMayAddModels: t.boolean({
    description: "Whether all members of the viewer's tenant can add models, or only admins.",
    resolve: (_root, _args, { viewer }) => (viewer ? membersMayAddModels(viewer.tenantId) : false),
  }),
  addedModels: t.connection({
    type: AddedModel,
    description: "Models added in the app, newest first. Admins see all of the tenant's, others only their own.",
    args: { state: t.arg({ type: AddedModelState }) },
    resolve: async (_root, { state, ...args }, context, info) => {
      const where = { AND: [modelsVisibleTo(await context.loaders.modelRights()), state ? { state } : {}] };
      const query = nodeQuery(context, info);
      return connect(
        args,
        { field: "createdAt", direction: "desc" },
        (keyset) => db().addedModel.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } }),
        () => db().addedModel.count({ where }),
      );
    },
  }),
  addedModel: t.prismaField({
    type: AddedModel,
    nullable: true,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: async (query, _root, { id }, { loaders }) =>
      db().addedModel.findFirst({ ...query, where: { id, AND: modelsVisibleTo(await loaders.modelRights()) } }),
  }),
  modelProviders: t.field({
    type: [ModelProvider],
    extensions: atMost(describingProviders.length),
    description: "Providers whose models can be added by their ID.",
    resolve: () => describingProviders,
  }),
  describeModel: t.field({
    type: ModelDescription,
    description: "Looks up a provider's model by its ID or the URL of its page. For people who can add models.",
    args: {
      provider: t.arg.string({ required: true }),
      model: t.arg.string({ required: true }),
      artifactType: t.arg({ type: ArtifactTypeEnum }),
    },
    resolve: async (_root, wanted, { viewer }) => readSource(await lookUpModel((await modelAdder(viewer)).adder, wanted)),
  }),
  describeComfyWorkflow: t.field({
    type: ModelDescription,
    description: "Previews a ComfyUI workflow file as a model. Admins only.",
    args: { fileName: t.arg.string({ required: true }), workflow: t.arg.string({ required: true }) },
    resolve: async (_root, { fileName, workflow }, { viewer }) => {
      await workflowAdder(viewer);
      return readSource(workflowSource(fileName, workflow));
    },
  }),
}));

builder.mutationFields((t) => ({
  addModel: t.field({
    type: AddedModel,
    description: "Adds a model as a draft. Only the person who adds it can try it.",
    args: { input: t.arg({ type: AddModelInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => addModel(viewer, input),
  }),
  addComfyWorkflow: t.field({
    type: AddedModel,
    description: "Adds a ComfyUI workflow as a draft. Admins only.",
    args: { input: t.arg({ type: AddComfyWorkflowInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => addComfyWorkflow(viewer, input),
  }),
  offerModel: t.field({
    type: AddedModel,
    description: "Offers a draft or retired model. Admins only.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => offerModel(viewer, id),
  }),
  retireModel: t.field({
    type: AddedModel,
    description: "Retires a model. People who try to use it see the reason; running generations finish. Admins only.",
    args: { id: t.arg({ type: "UUID", required: true }), reason: t.arg.string() },
    resolve: (_root, { id, reason }, { viewer }) => retireModel(viewer, id, reason),
  }),
  setModelPrice: t.field({
    type: AddedModel,
    description: "Sets a model's price for new generations.",
    args: { input: t.arg({ type: SetModelPriceInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => setModelPrice(viewer, input),
  }),
  refreshModel: t.field({
    type: RefreshedModel,
    description: "Fetches a model again and returns what changed. A new version is saved only once confirmed.",
    args: { input: t.arg({ type: RefreshModelInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => refreshModel(viewer, input),
  }),
  deleteModel: t.boolean({
    description: "Deletes a model that has no generations.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => deleteModel(viewer, id),
  }),
  setMembersMayAddModels: t.boolean({
    description: "Sets whether all members of the tenant can add models, or only admins. Admins only.",
    args: { isAllowed: t.arg.boolean({ required: true }) },
    resolve: (_root, { isAllowed }, { viewer }) => setMembersMayAddModels(viewer, isAllowed),
  }),
}));
