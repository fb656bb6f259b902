import { findProvider, providers } from "@/lib/generators/catalogue/providers";
import type { Provider } from "@/lib/generators/contract/provider";
import { accessesOf, type KeySource } from "@/lib/generators/provider-keys/provider-access";
import { removeProviderKey, rotateProviderKeys, setProviderKey } from "@/lib/generators/provider-keys/set-provider-key";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { requireTenantAdmin } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";

const ProviderKeySource = builder.enumType("ProviderKeySource", {
  values: Object.fromEntries(
    (["none", "environment", "installation", "tenant", "simulation"] as const).map((value) => [value.toUpperCase(), { value }]),
  ) as {
    [Name in Uppercase<KeySource>]: { value: Lowercase<Name> };
  },
});

interface ProviderView {
  provider: Provider;
  areShared: boolean;
  source: KeySource;
  baseUrl: string | null;
  problem: string | null;
  pausedUntil: Date | null;
}

const ProviderInfo = builder.objectRef<ProviderView>("ProviderInfo").implement({
  description: "A provider of models, and whether it is set up. Keys themselves are never shown.",
  fields: (t) => ({
    name: t.string({ resolve: ({ provider }) => provider.name }),
    title: t.string({ resolve: ({ provider }) => provider.title }),
    website: t.string({ description: "Where people get a key.", resolve: ({ provider }) => provider.website }),
    keyVariable: t.string({
      nullable: true,
      description: "Where the server runs, the variable that sets it up for all; null where the installation does not share its keys.",
      resolve: ({ provider, areShared }) => (areShared ? (provider.variables[0]?.name ?? null) : null),
    }),
    isOwnServer: t.boolean({ description: "Set up by its address.", resolve: ({ provider }) => provider.isOwnServer ?? false }),
    takesWebhookSecret: t.boolean({
      description: "Whether its calls are signed with a secret that only its settings page shows.",
      resolve: ({ provider }) => provider.takesWebhookSecret ?? false,
    }),
    addressExample: t.string({
      nullable: true,
      description: "What the address looks like that belongs to its key, as for a server of one's own; null where none does.",
      resolve: ({ provider }) => provider.accountAddress?.example ?? (provider.isOwnServer ? "http://192.168.1.20:7860" : null),
    }),
    canTestKey: t.boolean({
      description: "Whether there is a key that `testProviderKey` can test.",
      resolve: ({ provider, source, problem }) => provider.testKey !== undefined && source !== "none" && problem === null,
    }),
    keySource: t.expose("source", { type: ProviderKeySource }),
    baseUrl: t.exposeString("baseUrl", { nullable: true, description: "For admins of the installation: its servers are no business of others." }),
    problem: t.exposeString("problem", { nullable: true, description: "Why it cannot be used, as in a missing key; null when it can." }),
    pausedUntil: t.expose("pausedUntil", { type: "DateTime", nullable: true, description: "It did not answer, and is left alone until then." }),
  }),
});

async function viewOf(tenantId: string, list: Provider[]): Promise<ProviderView[]> {
  const accesses = await accessesOf(tenantId, list);
  const isOfInstallation = (await asInstallation(ensureDefaultTenant)).id === tenantId;
  const health = await asInstallation(() => db().providerHealth.findMany({ where: { keyId: { in: accesses.map(({ keyId }) => keyId) } } }));
  return accesses.map(({ provider, areShared, source, keyId, access, problem = null }) => {
    const openUntil = health.find((each) => each.keyId === keyId)?.openUntil ?? null;
    const isPaused = openUntil !== null && openUntil.getTime() > Date.now();
    return { provider, areShared, source, baseUrl: (isOfInstallation && access?.baseUrl) || null, problem, pausedUntil: isPaused ? openUntil : null };
  });
}

async function oneOf(viewer: Parameters<typeof requireTenantAdmin>[0], name: string): Promise<ProviderView> {
  const { tenantId } = requireTenantAdmin(viewer, "to read providers");
  const provider = findProvider(name);
  const [view] = provider ? await viewOf(tenantId, [provider]) : [];
  if (!view) throw new Error(`no provider ${name}`);
  return view;
}

const ProviderKeyInput = builder.inputType("ProviderKeyInput", {
  fields: (t) => ({
    providerName: t.string({ required: true }),
    apiKey: t.string(),
    webhookSecret: t.string(),
    baseUrl: t.string({ description: "Of a server or an account of one's own." }),
    forInstallation: t.boolean({ description: "For all tenants: only admins of the installation." }),
  }),
});

builder.queryField("providers", (t) =>
  t.field({
    type: [ProviderInfo],
    extensions: atMost(providers.length),
    description: "Every provider, and where its key comes from for the viewer's tenant. For admins.",
    resolve: (_root, _args, { viewer }) => viewOf(requireTenantAdmin(viewer, "to read providers").tenantId, providers),
  }),
);

builder.mutationFields((t) => ({
  setProviderKey: t.field({
    type: ProviderInfo,
    description: "Stores a key, encrypted.",
    args: { input: t.arg({ type: ProviderKeyInput, required: true }) },
    resolve: async (_root, { input }, { viewer }) => oneOf(viewer, await setProviderKey(viewer, input)),
  }),
  removeProviderKey: t.field({
    type: ProviderInfo,
    args: { providerName: t.arg.string({ required: true }), forInstallation: t.arg.boolean({ defaultValue: false }) },
    resolve: async (_root, { providerName, forInstallation }, { viewer }) =>
      oneOf(viewer, await removeProviderKey(viewer, providerName, forInstallation ?? false)),
  }),
  rotateProviderKeys: t.int({
    description: "Encrypts every stored key anew with the first of BOARDS_ENCRYPTION_KEYS; answers how many changed. For admins of the installation.",
    resolve: (_root, _args, { viewer }) => rotateProviderKeys(viewer),
  }),
}));
