import "@/lib/generators/generator-loaders";
import { addedFactsOf, maximumAddedModels } from "@/lib/generators/added-models/find-generators";
import { deprecationOf } from "@/lib/generators/catalogue/deprecation";
import { type OwnGeneratorProblem, ownGeneratorProblems } from "@/lib/generators/catalogue/own-generators";
import { findProvider } from "@/lib/generators/catalogue/providers";
import { allGenerators } from "@/lib/generators/catalogue/registry";
import { defaultCostUsd } from "@/lib/generators/contract/default-cost";
import { isDeclarative, type Json } from "@/lib/generators/contract/define-generator";
import { familyOf } from "@/lib/generators/contract/family";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { administeredGenerators, type OfferedGenerator, offeredInputSchema } from "@/lib/generators/settings/offered-generators";
import { installationAdmin } from "@/lib/identity/tenants/installation-admin";
import { requireTenantAdmin } from "@/lib/platform/caller/viewer";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";

const GeneratorInfo = builder.objectRef<OfferedGenerator>("GeneratorInfo").implement({
  description: "A generator and the form of its inputs.",
  fields: (t) => ({
    name: t.string({ resolve: ({ generator }) => generator.name }),
    title: t.string({ resolve: ({ generator }) => generator.title }),
    description: t.string({ resolve: ({ generator }) => generator.description }),
    provider: t.string({ resolve: ({ generator }) => generator.provider }),
    providerTitle: t.string({
      nullable: true,
      description: "The provider's name for people. Null if it runs on this server.",
      resolve: ({ generator }) => findProvider(generator.provider)?.title ?? null,
    }),
    isLocal: t.boolean({
      description: "Whether it runs on this server, without a provider.",
      resolve: ({ generator }) => !isDeclarative(generator),
    }),
    vendor: t.string({
      nullable: true,
      description: "Who made the model.",
      resolve: ({ generator }) => (isDeclarative(generator) ? generator.vendor : null),
    }),
    task: t.string({
      nullable: true,
      description: "Such as `text-to-image`.",
      resolve: ({ generator }) => (isDeclarative(generator) ? generator.task : null),
    }),
    family: t.string({
      description: "The model family, such as `Veo 3.1`. Families are of one vendor and one artifact type.",
      resolve: ({ generator }) => familyOf(generator.title).family,
    }),
    variant: t.string({
      description: "What sets it apart within its family, such as `Fast Image to Video`. Empty for the plain model.",
      resolve: ({ generator }) => familyOf(generator.title).variant,
    }),
    defaultCostUsd: t.float({
      nullable: true,
      description: "Price of a request with the default settings.",
      resolve: ({ generator, rules }) => rules.priceUsd ?? defaultCostUsd(generator, rules.defaults as Record<string, Json>),
    }),
    sourcePage: t.string({
      nullable: true,
      description: "The model's page at the provider.",
      resolve: ({ generator }) => (isDeclarative(generator) ? generator.source.page : null),
    }),
    deprecation: t.string({
      nullable: true,
      description: "Why it's deprecated and what to use instead.",
      resolve: ({ generator }) => deprecationOf(generator)?.sentence ?? null,
    }),
    endsOn: t.string({
      nullable: true,
      description: "The day the provider shuts it down, such as 2026-12-01. It can't be used from then on unless an admin keeps offering it.",
      resolve: ({ generator }) => deprecationOf(generator)?.endsOn ?? null,
    }),
    hasEnded: t.boolean({ description: "Whether that day has passed.", resolve: ({ generator }) => deprecationOf(generator)?.hasEnded ?? false }),
    successor: t.string({
      nullable: true,
      description: "The name of the generator to use instead.",
      resolve: ({ generator }) => deprecationOf(generator)?.successor ?? null,
    }),
    unavailableReason: t.exposeString("unavailableReason", { nullable: true, description: "Why it can't be used right now. Null if it can." }),
    isSimulated: t.exposeBoolean("isSimulated", {
      description:
        "Whether it runs on a simulated provider. Unless `areSimulatedRunsCharged`, it costs nothing, and estimates are what it would cost.",
    }),
    artifactType: t.field({ type: ArtifactTypeEnum, resolve: ({ generator }) => generator.artifactType }),
    inputSchema: t.field({ type: "JSON", resolve: (offered) => offeredInputSchema(offered) }),
    declaredInputSchema: t.field({
      type: "JSON",
      description: "As declared, before any settings apply.",
      resolve: ({ generator }) => inputSchemaOf(generator),
    }),
    addedModelId: t.field({
      type: "UUID",
      nullable: true,
      description: "Its `AddedModel`, if it was added in the app.",
      resolve: ({ generator }) => addedFactsOf(generator)?.id ?? null,
    }),
    isDraft: t.boolean({
      description: "Whether it's a draft that only the viewer can use.",
      resolve: ({ generator }) => addedFactsOf(generator)?.state === "draft",
    }),
    isOffered: t.boolean({ description: "Whether it's offered to anyone in the viewer's tenant.", resolve: ({ rules }) => rules.isOffered }),
  }),
});

const OwnGeneratorProblemInfo = builder.objectRef<OwnGeneratorProblem>("OwnGeneratorProblem").implement({
  description: "A file in `BOARDS_GENERATORS_PATH` that could not be loaded.",
  fields: (t) => ({ file: t.exposeString("file"), reason: t.exposeString("reason") }),
});

builder.queryField("ownGeneratorProblems", (t) =>
  t.field({
    type: [OwnGeneratorProblemInfo],
    extensions: atMost(() => ownGeneratorProblems().length),
    description: "Files in `BOARDS_GENERATORS_PATH` that could not be loaded at startup, and why. Installation admins only.",
    resolve: async (_root, _args, { viewer }) => {
      await installationAdmin(viewer);
      return ownGeneratorProblems();
    },
  }),
);

// Beside those of the registry, what a tenant and the installation have added.
const maximumGenerators = () => allGenerators().length + 2 * maximumAddedModels;

builder.queryField("allGenerators", (t) =>
  t.field({
    type: [GeneratorInfo],
    extensions: atMost(maximumGenerators),
    description: "All generators, including those not offered or not available to the viewer, or only the one called `name`. Admins only.",
    args: { name: t.arg.string() },
    resolve: async (_root, { name }, { viewer }) =>
      (await administeredGenerators(requireTenantAdmin(viewer))).filter(({ generator }) => !name || generator.name === name),
  }),
);

builder.queryField("generators", (t) =>
  t.field({
    type: [GeneratorInfo],
    extensions: atMost(maximumGenerators),
    args: { artifactType: t.arg.string({ defaultValue: null as never, description: "In lowercase, such as `image`." }) },
    resolve: async (_root, { artifactType }, { loaders }) =>
      (await loaders.offeredGenerators()).filter(({ generator }) => !artifactType || generator.artifactType === artifactType),
  }),
);
