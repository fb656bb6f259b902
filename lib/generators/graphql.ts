import { type OfferedGenerator, offeredGenerators, offeredInputSchema } from "@/lib/generator-settings/offered-generators";
import { builder } from "@/lib/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/graphql/enums";
import { isDeclarative } from "@/lib/provider-jobs/job-plan";

const GeneratorInfo = builder.objectRef<OfferedGenerator>("GeneratorInfo").implement({
  description: "Something that makes artifacts, and the form of its inputs.",
  fields: (t) => ({
    name: t.string({ resolve: ({ generator }) => generator.name }),
    title: t.string({ resolve: ({ generator }) => generator.title }),
    description: t.string({ resolve: ({ generator }) => generator.description }),
    provider: t.string({ resolve: ({ generator }) => generator.provider }),
    vendor: t.string({
      nullable: true,
      description: "Who made the model.",
      resolve: ({ generator }) => (isDeclarative(generator) ? generator.vendor : null),
    }),
    task: t.string({
      nullable: true,
      description: "As in `text-to-image`.",
      resolve: ({ generator }) => (isDeclarative(generator) ? generator.task : null),
    }),
    sourcePage: t.string({
      nullable: true,
      description: "The provider's page about the model.",
      resolve: ({ generator }) => (isDeclarative(generator) ? generator.source.page : null),
    }),
    deprecation: t.string({
      nullable: true,
      description: "Why it should not be chosen any more.",
      resolve: ({ generator }) => (isDeclarative(generator) ? (generator.deprecated ?? null) : null),
    }),
    unavailableReason: t.exposeString("unavailableReason", { nullable: true, description: "Why it cannot be used now; null when it can." }),
    isSimulated: t.exposeBoolean("isSimulated", { description: "Whether its results are made up, and nothing is spent." }),
    artifactType: t.field({ type: ArtifactTypeEnum, resolve: ({ generator }) => generator.artifactType }),
    inputSchema: t.field({ type: "JSON", resolve: (offered) => offeredInputSchema(offered) }),
  }),
});

builder.queryField("generators", (t) =>
  t.field({
    type: [GeneratorInfo],
    args: { artifactType: t.arg.string({ defaultValue: null as never, description: "In lower case, as in `image`." }) },
    resolve: async (_root, { artifactType }, { viewer }) =>
      (await offeredGenerators(viewer)).filter(({ generator }) => !artifactType || generator.artifactType === artifactType),
  }),
);
