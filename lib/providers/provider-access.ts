import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import type { Provider, ProviderAccess } from "@/lib/generators/provider";
import { simulatorUrl } from "@/lib/generators/simulation";
import { type Sealed, unseal } from "@/lib/providers/seal";

/** What provider_configs.config holds. */
export interface StoredProviderConfig {
  apiKey?: Sealed;
  webhookSecret?: Sealed;
  baseUrl?: string;
}

/** How a tenant reaches a provider, and whose key that is: limits and breakers count by `keyId`. */
export interface TenantAccess {
  access: ProviderAccess;
  keyId: string;
}

/** Where a provider's key comes from for one tenant. */
export type KeySource = "simulation" | "tenant" | "installation" | "environment" | "none";

/** The purpose that a secret is sealed for. */
export const sealedFor = (tenantId: string | null, providerName: string) => `${tenantId ?? "installation"}:${providerName}`;

/** The access of one tenant: its own key, else the installation's, else the environment's. Throws `provider.not_configured`. */
export async function providerAccess(tenantId: string, provider: Provider): Promise<TenantAccess> {
  const [found] = await accessesOf(tenantId, [provider]);
  if (found?.access) return { access: found.access, keyId: found.keyId };
  throw new BoardsError("provider.not_configured", { message: missingKey(provider) });
}

/** Why a provider cannot be used, for people. */
export const missingKey = ({ title, isOwnServer, keyVariable }: Provider) =>
  isOwnServer
    ? `No address of a ${title} server is set up here; an admin sets ${keyVariable}`
    : `No key for ${title} is set up here; an admin adds one, or sets ${keyVariable}`;

/** The access of one tenant to each of some providers, in two statements; without `access` where nothing is set up. */
export async function accessesOf(tenantId: string, list: Provider[]) {
  const rows = simulatorUrl() ? [] : await storedConfigs(tenantId);
  return list.map((provider) => {
    if (simulatorUrl())
      return { provider, source: "simulation" as KeySource, keyId: `installation:${provider.name}`, access: simulatedAccess(provider) };
    const own = rows.find((row) => row.providerName === provider.name && row.tenantId === tenantId);
    const shared = rows.find((row) => row.providerName === provider.name && row.tenantId === null);
    const row = [own, shared].find((each) => each?.isEnabled && isComplete(provider, each.config as StoredProviderConfig));
    if (row)
      return {
        provider,
        source: (row.tenantId ? "tenant" : "installation") as KeySource,
        keyId: row.tenantId ? `tenant:${row.tenantId}:${provider.name}` : `installation:${provider.name}`,
        access: opened(row.config as StoredProviderConfig, sealedFor(row.tenantId, provider.name)),
      };
    const access = accessFromEnvironment(provider);
    return { provider, source: (access ? "environment" : "none") as KeySource, keyId: `installation:${provider.name}`, access };
  });
}

// The installation's rows are behind every tenant's wall; which of them count is decided here.
const storedConfigs = (tenantId: string) => asInstallation(() => db().providerConfig.findMany({ where: { OR: [{ tenantId }, { tenantId: null }] } }));

const isComplete = (provider: Provider, config: StoredProviderConfig) => Boolean(provider.isOwnServer ? config.baseUrl : config.apiKey);

const opened = (config: StoredProviderConfig, purpose: string): ProviderAccess => ({
  apiKey: config.apiKey ? unseal(config.apiKey, purpose) : "",
  webhookSecret: config.webhookSecret ? unseal(config.webhookSecret, purpose) : "",
  baseUrl: config.baseUrl ?? "",
});

function accessFromEnvironment({ keyVariable, name, isOwnServer }: Provider): ProviderAccess | undefined {
  const { providerVariables } = env();
  const variable = (which: string | null) => (which ? (providerVariables[which] ?? "") : "");
  const prefix = name.replaceAll("-", "_").toUpperCase();
  const access = {
    apiKey: isOwnServer ? variable(`${prefix}_API_KEY`) : variable(keyVariable),
    webhookSecret: variable(`${prefix}_WEBHOOK_SECRET`),
    baseUrl: isOwnServer ? variable(keyVariable).replace(/\/+$/, "") : "",
  };
  return (isOwnServer ? access.baseUrl : access.apiKey) ? access : undefined;
}

/** What a simulated provider takes for a key. */
const simulatedAccess = ({ name, isOwnServer }: Provider): ProviderAccess => ({
  apiKey: "simulated-key",
  webhookSecret: simulatedWebhookSecret,
  baseUrl: isOwnServer ? `http://${name}.simulated` : "",
});

/** Base64 after `whsec_`, as Standard Webhooks has it. */
export const simulatedWebhookSecret = "whsec_c2ltdWxhdGVkLXdlYmhvb2stc2VjcmV0";
