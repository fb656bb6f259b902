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
  description: "What an admin changed about a generator. What is null or empty is as declared.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    generatorName: t.exposeString("generatorName"),
    forInstallation: t.boolean({ description: "For all tenants, or for this one.", resolve: ({ tenantId }) => tenantId === null }),
    isOffered: t.exposeBoolean("isOffered", { nullable: true }),
    position: t.exposeInt("position", { nullable: true, description: "Lower comes first." }),
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
    forInstallation: t.boolean({ description: "For all tenants: only admins of the installation." }),
    isOffered: t.boolean(),
    position: t.int(),
    defaults: t.field({ type: "JSON" }),
    limits: t.field({ type: "JSON" }),
    priceUsd: t.float({ description: "Of one request, instead of the estimate." }),
    allowedRoles: t.field({ type: [TenantRoleEnum] }),
    timeLimitSeconds: t.int(),
  }),
});

builder.queryField("generatorSettings", (t) =>
  t.prismaField({
    type: [GeneratorSetting],
    extensions: atMost(maximumSettings),
    description: "What was changed about generators, for the installation and for the viewer's tenant. For admins.",
    resolve: (query, _root, _args, { viewer }) => {
      const { tenantId } = requireTenantAdmin(viewer, "to read generator settings");
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
    description: "Changes what holds for a generator. What is left out goes back to how it was declared.",
    args: { input: t.arg({ type: GeneratorSettingInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => setGeneratorSetting(viewer, input),
  }),
);
