import { maximumAddedModels } from "@/lib/generators/added-models/find-generators";
import { allGenerators } from "@/lib/generators/catalogue/registry";
import { setGeneratorSetting } from "@/lib/generators/settings/set-generator-setting";
import { requireTenantAdmin } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { TenantRoleEnum } from "@/lib/platform/graphql/enums";

/** One of the installation and one of the tenant for each generator, those among them that they have added. */
const maximumSettings = () => 2 * (allGenerators().length + 2 * maximumAddedModels);

const GeneratorSetting = builder.prismaObject("GeneratorSetting", {
  description: "An admin's settings for a generator. Null or empty values keep what the generator declares.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    generatorName: t.exposeString("generatorName"),
    forInstallation: t.boolean({
      description: "True if it applies to all tenants, false if only to this one.",
      resolve: ({ tenantId }) => tenantId === null,
    }),
    isOffered: t.exposeBoolean("isOffered", { nullable: true }),
    position: t.exposeInt("position", { nullable: true, description: "Lower numbers come first." }),
    defaults: t.expose("defaults", { type: "JSON" }),
    limits: t.expose("limits", { type: "JSON", description: "{ field: { minimum?, maximum?, values? } }" }),
    priceUsd: t.float({ nullable: true, resolve: ({ priceUsd }) => (priceUsd === null ? null : Number(priceUsd)) }),
    allowedRoles: t.field({ type: [TenantRoleEnum], resolve: ({ allowedRoles }) => allowedRoles as ("member" | "admin" | "owner")[] }),
    timeLimitSeconds: t.exposeInt("timeLimitSeconds", { nullable: true }),
  }),
});

const GeneratorSettingInput = builder.inputType("GeneratorSettingInput", {
  fields: (t) => ({
    generatorName: t.string({ required: true }),
    forInstallation: t.boolean({ description: "Applies to all tenants. Installation admins only." }),
    isOffered: t.boolean(),
    position: t.int(),
    defaults: t.field({ type: "JSON" }),
    limits: t.field({ type: "JSON" }),
    priceUsd: t.float({ description: "Price per request, replacing the estimate." }),
    allowedRoles: t.field({ type: [TenantRoleEnum] }),
    timeLimitSeconds: t.int(),
  }),
});

builder.queryField("generatorSettings", (t) =>
  t.prismaField({
    type: [GeneratorSetting],
    extensions: atMost(maximumSettings),
    description: "Generator settings of the installation and the viewer's tenant. Admins only.",
    resolve: (query, _root, _args, { viewer }) => {
      const { tenantId } = requireTenantAdmin(viewer);
      return db().generatorSetting.findMany({
        ...query,
        where: { OR: [{ tenantId }, { tenantId: null }] },
        orderBy: { generatorName: "asc" },
        take: maximumSettings(),
      });
    },
  }),
);

builder.mutationField("setGeneratorSetting", (t) =>
  t.field({
    type: GeneratorSetting,
    description: "Replaces a generator's settings. Omitted values go back to what the generator declares.",
    args: { input: t.arg({ type: GeneratorSettingInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => setGeneratorSetting(viewer, input),
  }),
);
