import { findProvider, providers } from "@/lib/generators/catalogue/providers";
import type { Provider } from "@/lib/generators/contract/provider";
import { ProviderKeyTest } from "@/lib/generators/provider-keys/key-test-graphql";
import { accessesOf, type KeySource } from "@/lib/generators/provider-keys/provider-access";
import { removeProviderKey, rotateProviderKeys, setProviderKey } from "@/lib/generators/provider-keys/set-provider-key";
import type { KeyTest } from "@/lib/generators/provider-keys/test-provider-key";
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
  /** Of a key that was just set. */
  test?: KeyTest | null;
}

const ProviderInfo = builder.objectRef<ProviderView>("ProviderInfo").implement({
  description: "A model provider and whether it's set up. Keys are never shown.",
  fields: (t) => ({
    name: t.string({ resolve: ({ provider }) => provider.name }),
    title: t.string({ resolve: ({ provider }) => provider.title }),
    website: t.string({ description: "Where to get a key.", resolve: ({ provider }) => provider.website }),
    keyVariable: t.string({
      nullable: true,
      description: "The environment variable that sets its key for everyone. Null if the installation doesn't share its keys.",
      resolve: ({ provider, areShared }) => (areShared ? (provider.variables[0]?.name ?? null) : null),
    }),
    isOwnServer: t.boolean({
      description: "Whether it's a self-hosted server, set up by its address.",
      resolve: ({ provider }) => provider.isOwnServer ?? false,
    }),
    takesWebhookSecret: t.boolean({
      description: "Whether its webhooks are signed with a secret from the provider's settings page.",
      resolve: ({ provider }) => provider.takesWebhookSecret ?? false,
    }),
    addressExample: t.string({
      nullable: true,
      description: "Example of the server address to enter with the key. Null if the provider needs none.",
      resolve: ({ provider }) => provider.accountAddress?.example ?? (provider.isOwnServer ? "http://192.168.1.20:7860" : null),
    }),
    canTestKey: t.boolean({
      description: "Whether there's a key that `testProviderKey` can check.",
      resolve: ({ provider, source, problem }) => provider.testKey !== undefined && source !== "none" && problem === null,
    }),
    keyTest: t.field({
      type: ProviderKeyTest,
      nullable: true,
      description: "What the provider said of the key that `setProviderKey` just stored. Null if it wasn't asked.",
      resolve: ({ test }) => test ?? null,
    }),
    keySource: t.expose("source", { type: ProviderKeySource }),
    baseUrl: t.exposeString("baseUrl", { nullable: true, description: "Visible to installation admins only." }),
    problem: t.exposeString("problem", { nullable: true, description: "Why it can't be used, such as a missing key. Null if it can." }),
    pausedUntil: t.expose("pausedUntil", { type: "DateTime", nullable: true, description: "Not responding; the next attempt is at this time." }),
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
  const { tenantId } = requireTenantAdmin(viewer);
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
    baseUrl: t.string({ description: "Address of your own server or account." }),
    forInstallation: t.boolean({ description: "Applies to all tenants. Installation admins only." }),
  }),
});

builder.queryField("providers", (t) =>
  t.field({
    type: [ProviderInfo],
    extensions: atMost(providers.length),
    description: "All providers, and where the viewer's tenant gets each key from. Admins only.",
    resolve: (_root, _args, { viewer }) => viewOf(requireTenantAdmin(viewer).tenantId, providers),
  }),
);

builder.mutationFields((t) => ({
  setProviderKey: t.field({
    type: ProviderInfo,
    description:
      "Checks a provider key with the provider and stores it, encrypted. One that the provider rejects isn't stored, and the one before it stays in use.",
    args: { input: t.arg({ type: ProviderKeyInput, required: true }) },
    resolve: async (_root, { input }, { viewer }) => {
      const { providerName, test } = await setProviderKey(viewer, input);
      return { ...(await oneOf(viewer, providerName)), test };
    },
  }),
  removeProviderKey: t.field({
    type: ProviderInfo,
    args: { providerName: t.arg.string({ required: true }), forInstallation: t.arg.boolean({ defaultValue: false }) },
    resolve: async (_root, { providerName, forInstallation }, { viewer }) =>
      oneOf(viewer, await removeProviderKey(viewer, providerName, forInstallation ?? false)),
  }),
  rotateProviderKeys: t.int({
    description: "Re-encrypts every stored key with the first of `BOARDS_ENCRYPTION_KEYS` and returns how many changed. Installation admins only.",
    resolve: (_root, _args, { viewer }) => rotateProviderKeys(viewer),
  }),
}));
