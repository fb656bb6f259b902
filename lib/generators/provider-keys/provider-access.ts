import { accessFromEnvironment, isComplete } from "@/lib/generators/catalogue/provider-variables";
import type { Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { simulatorUrl } from "@/lib/generators/contract/simulation";
import { type Sealed, unseal } from "@/lib/generators/provider-keys/seal";
import { say } from "@/lib/messages/say";
import { isTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

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

/** How one tenant stands with one provider; without `access` it cannot be used, and `problem` says why. */
export interface FoundAccess {
  provider: Provider;
  source: KeySource;
  keyId: string;
  access?: ProviderAccess;
  /** For people. */
  problem?: string;
}

/** The purpose that a secret is sealed for. */
export const sealedFor = (tenantId: string | null, providerName: string) => `${tenantId ?? "installation"}:${providerName}`;

/** The access of one tenant: its own key, else the installation's, else the environment's. Throws `provider.not_configured`. */
export async function providerAccess(tenantId: string, provider: Provider): Promise<TenantAccess> {
  return usable(foundFor(tenantId, provider, await knownKeys(tenantId)));
}

/** What is missing is told to admins, who can add it; others learn what they can do. */
export function unavailableReason(viewer: Viewer | null, problem: string, provider: string): string {
  if (!viewer) return say("reasons.generator.signIn");
  return isTenantAdmin(viewer) ? problem : say("reasons.generator.notSetUp", { provider });
}

/** The access of a viewer's tenant. Throws `provider.not_configured` with what this viewer can do about it. */
export async function viewerAccess(viewer: Viewer, provider: Provider): Promise<TenantAccess> {
  const found = foundFor(viewer.tenantId, provider, await knownKeys(viewer.tenantId));
  return usable(found.problem === undefined ? found : { ...found, problem: unavailableReason(viewer, found.problem, provider.title) });
}

/**
 * The access that a job was started with: the provider knows it by no other key, whatever the tenant has set since, and whether or not it
 * may still use that key for others. Only where that key is gone it is the tenant's present one.
 */
export async function accessOfJob({ tenantId, keyId }: { tenantId: string; keyId: string }, provider: Provider): Promise<TenantAccess> {
  const known = await knownKeys(tenantId);
  const own = placesFor(tenantId, provider, { ...known, areShared: true }).find((each) => each.keyId === keyId);
  return usable(own ?? foundFor(tenantId, provider, known));
}

/** Why a provider cannot be used, for people. */
export const missingKey = ({ title, isOwnServer, variables }: Provider) =>
  isOwnServer
    ? say("reasons.provider.missingServer", { provider: title, variable: variables[0]?.name ?? "" })
    : say("reasons.provider.missingKey", { provider: title, variable: variables[0]?.name ?? "" });

const missingOwnKey = ({ title, isOwnServer }: Provider) =>
  isOwnServer ? say("reasons.provider.serverNotShared", { provider: title }) : say("reasons.provider.keyNotShared", { provider: title });

/** How one tenant stands with each of some providers, in one look at what is stored, and whether the installation shares its keys with it. */
export async function accessesOf(tenantId: string, list: Provider[]): Promise<(FoundAccess & { areShared: boolean })[]> {
  const known = await knownKeys(tenantId);
  return list.map((provider) => ({ ...foundFor(tenantId, provider, known), areShared: known.areShared }));
}

/** What is known of a tenant's keys: the rows that count for it, and whether the installation shares its own with it. */
interface KnownKeys {
  rows: { tenantId: string | null; providerName: string; config: unknown; isEnabled: boolean }[];
  areShared: boolean;
}

// The installation's rows are in every tenant's scope; which of them count is decided here.
const knownKeys = (tenantId: string): Promise<KnownKeys> =>
  asInstallation(async () => {
    const [rows, tenant] = await Promise.all([
      db().providerConfig.findMany({ where: { OR: [{ tenantId }, { tenantId: null }] } }),
      db().tenant.findUnique({ where: { id: tenantId }, select: { isFounded: true, usesProviderKeys: true } }),
    ]);
    return { rows, areShared: tenant?.usesProviderKeys ?? (!tenant?.isFounded || env().foundedTenantsUseProviderKeys) };
  });

const sharedKeyId = ({ name }: Provider) => `installation:${name}`;

function foundFor(tenantId: string, provider: Provider, known: KnownKeys): FoundAccess {
  const [first] = placesFor(tenantId, provider, known);
  const problem = (known.areShared ? missingKey : missingOwnKey)(provider);
  return first ?? { provider, source: "none", keyId: sharedKeyId(provider), problem };
}

// Every place that knows the provider, the one that counts first.
function placesFor(tenantId: string, provider: Provider, { rows, areShared }: KnownKeys): FoundAccess[] {
  const keyId = sharedKeyId(provider);
  const owners = areShared ? [tenantId, null] : [tenantId];
  const stored = owners.flatMap((owner) => {
    const row = rows.find((each) => each.providerName === provider.name && each.tenantId === owner);
    return row?.isEnabled && isComplete(provider, row.config as StoredProviderConfig) ? [row] : [];
  });
  // A simulator takes every key; whose it would be is the same as in earnest.
  if (simulatorUrl()) {
    const isUsable = areShared || stored.length > 0;
    return isUsable ? [{ provider, source: "simulation", keyId, access: simulatedAccess(provider) }] : [];
  }
  const found = stored.map((row) => fromRow(provider, row));
  const access = areShared ? accessFromEnvironment(provider) : undefined;
  return access ? [...found, { provider, source: "environment", keyId, access }] : found;
}

function fromRow(provider: Provider, { tenantId, config }: KnownKeys["rows"][number]): FoundAccess {
  const source = tenantId ? ("tenant" as const) : ("installation" as const);
  const keyId = tenantId ? `tenant:${tenantId}:${provider.name}` : sharedKeyId(provider);
  try {
    return { provider, source, keyId, access: opened(config as StoredProviderConfig, sealedFor(tenantId, provider.name)) };
  } catch (error) {
    if (!(error instanceof BoardsError)) throw error;
    // The next place is not asked instead: someone else would pay without knowing.
    return { provider, source, keyId, problem: say("reasons.provider.unreadableKey", { provider: provider.title, problem: error.message }) };
  }
}

function usable({ access, keyId, problem }: FoundAccess): TenantAccess {
  if (access) return { access, keyId };
  throw new BoardsError("provider.not_configured", problem ? { message: problem } : {});
}

const opened = (config: StoredProviderConfig, purpose: string): ProviderAccess => ({
  apiKey: config.apiKey ? unseal(config.apiKey, purpose) : "",
  webhookSecret: config.webhookSecret ? unseal(config.webhookSecret, purpose) : "",
  baseUrl: config.baseUrl ?? "",
});

/** What a simulated provider takes for a key. */
export const simulatedAccess = ({ name, variables }: Provider): ProviderAccess => ({
  apiKey: "simulated-key",
  webhookSecret: simulatedWebhookSecret,
  baseUrl: variables.some(({ holds }) => holds === "baseUrl") ? `http://${name}.simulated` : "",
});

/** Base64 after `whsec_`, as Standard Webhooks has it. */
export const simulatedWebhookSecret = "whsec_c2ltdWxhdGVkLXdlYmhvb2stc2VjcmV0";
