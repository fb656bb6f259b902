import * as z from "zod";
import { findProvider } from "@/lib/generators/catalogue/providers";
import type { Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { type StoredProviderConfig, sealedFor } from "@/lib/generators/provider-keys/provider-access";
import { isSealedWithFirst, seal, unseal } from "@/lib/generators/provider-keys/seal";
import { type KeyTest, testNewKey } from "@/lib/generators/provider-keys/test-provider-key";
import { installationAdmin } from "@/lib/identity/tenants/installation-admin";
import { say } from "@/lib/messages/say";
import { requireTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/parse-input";
import type { Prisma } from "@/prisma/generated/client";

const shape = z.object({
  providerName: z.string(),
  forInstallation: z.boolean().nullish(),
  // The JSON of a service account is a key, too.
  apiKey: z.string().trim().min(1).max(5000).nullish(),
  webhookSecret: z.string().trim().min(1).max(1000).nullish(),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine((url) => !/[@?#]/.test(url), { error: say("reasons.provider.addressForm") })
    .nullish(),
});

/** How a provider is to be reached from now on, and for whom: for one tenant, or for all (null). */
interface NewKey {
  tenantId: string | null;
  provider: Provider;
  access: ProviderAccess;
  /** The same with its secrets sealed, as it is stored. */
  config: Prisma.InputJsonObject;
}

/** What the viewer may store, sealed, and checked as far as that goes without asking the provider. */
export async function parseProviderKey(viewer: Viewer | null, raw: unknown): Promise<NewKey> {
  const { providerName, forInstallation, apiKey, webhookSecret, baseUrl } = parseInput(shape, raw);
  const tenantId = await scopeOf(viewer, forInstallation ?? false);
  const provider = existing(providerName);
  // It may lie inside, where only those may look who run the installation.
  if (provider.isOwnServer) await installationAdmin(viewer);
  const takesAddress = provider.variables.some(({ holds }) => holds === "baseUrl");
  if (takesAddress && !baseUrl)
    throw new BoardsError("input.invalid", {
      message: say("reasons.provider.addressMissing", { isServer: provider.isOwnServer ? "yes" : "no" }),
      field: "baseUrl",
    });
  refuseForeignAddress(provider, baseUrl);
  if (!provider.isOwnServer && !apiKey) throw new BoardsError("input.invalid", { message: say("reasons.provider.keyMissing"), field: "apiKey" });
  const address = takesAddress && baseUrl ? baseUrl.replace(/\/+$/, "") : "";
  const purpose = sealedFor(tenantId, providerName);
  const config = {
    ...(apiKey ? { apiKey: seal(apiKey, purpose) } : {}),
    ...(webhookSecret ? { webhookSecret: seal(webhookSecret, purpose) } : {}),
    ...(address ? { baseUrl: address } : {}),
  } as unknown as Prisma.InputJsonObject;
  return { tenantId, provider, access: { apiKey: apiKey ?? "", webhookSecret: webhookSecret ?? "", baseUrl: address }, config };
}

/** Stores a key in place of the one that was there. */
export async function storeProviderKey({ tenantId, provider, config }: NewKey): Promise<void> {
  const providerName = provider.name;
  await asInstallation(() =>
    db().$transaction(async (tx) => {
      await lock(tx, `provider:${sealedFor(tenantId, providerName)}`);
      await tx.providerConfig.deleteMany({ where: { tenantId, providerName } });
      await tx.providerConfig.create({ data: { tenantId, providerName, config } });
    }),
  );
}

/**
 * Sets how a provider is reached, for the viewer's tenant or, by an installation admin, for all. The provider is asked first: what it rejects,
 * and an address that leads to nobody, is refused, and what was stored before stays. Answers what it said; null where it can't be asked without spending, or is simulated.
 */
export async function setProviderKey(viewer: Viewer | null, raw: unknown): Promise<{ providerName: string; test: KeyTest | null }> {
  const key = await parseProviderKey(viewer, raw);
  const test = await testNewKey(viewer, key);
  if (test && (test.state === "refused" || test.isAddressWrong)) {
    const { tenantId, provider } = key;
    const before = await asInstallation(() => db().providerConfig.count({ where: { tenantId, providerName: provider.name } }));
    const [what, field] = test.isAddressWrong ? ["address", "baseUrl"] : ["key", "apiKey"];
    const message = say("reasons.provider.keyNotSaved", { hadKey: before > 0 ? "yes" : "no", what, problem: test.message ?? "" });
    throw new BoardsError("input.invalid", { message, field });
  }
  await storeProviderKey(key);
  return { providerName: key.provider.name, test };
}

/** Forgets how a provider is reached; the next place that knows counts again. */
export async function removeProviderKey(viewer: Viewer | null, providerName: string, forInstallation: boolean): Promise<string> {
  const tenantId = await scopeOf(viewer, forInstallation);
  existing(providerName);
  await asInstallation(() => db().providerConfig.deleteMany({ where: { tenantId, providerName } }));
  return providerName;
}

/**
 * Seals every stored secret anew with the first of BOARDS_ENCRYPTION_KEYS, so that older ones can be retired. Answers how many rows
 * changed. One that cannot be opened any more stays as it is, and the log tells of it.
 */
export async function rotateProviderKeys(viewer: Viewer | null): Promise<number> {
  await installationAdmin(viewer);
  return asInstallation(async () => {
    let changed = 0;
    for (const { id, tenantId, providerName, config } of await db().providerConfig.findMany()) {
      const fresh = resealed(config as StoredProviderConfig, { tenantId, providerName });
      if (!fresh) continue;
      // Whoever sets the key meanwhile makes a new row, which is sealed with the first key anyway.
      const data = { config: fresh as unknown as Prisma.InputJsonObject, updatedAt: new Date() };
      changed += (await db().providerConfig.updateMany({ where: { id }, data })).count;
    }
    return changed;
  });
}

/** The same secrets, sealed with the first key; null when they are already, or cannot be opened. */
function resealed(config: StoredProviderConfig, owner: { tenantId: string | null; providerName: string }): StoredProviderConfig | null {
  const purpose = sealedFor(owner.tenantId, owner.providerName);
  const fresh = { ...config };
  try {
    for (const name of ["apiKey", "webhookSecret"] as const) {
      const sealed = config[name];
      if (sealed && !isSealedWithFirst(sealed)) fresh[name] = seal(unseal(sealed, purpose), purpose);
    }
  } catch (error) {
    if (!(error instanceof BoardsError)) throw error;
    log.error({ ...owner, reason: error.message }, "could not re-encrypt a stored provider key");
    return null;
  }
  return fresh.apiKey === config.apiKey && fresh.webhookSecret === config.webhookSecret ? null : fresh;
}

/** What every tenant may give leads to the provider's own hosts, and nowhere inside. */
function refuseForeignAddress({ title, accountAddress }: Provider, baseUrl: string | null | undefined): void {
  if (!accountAddress || !baseUrl) return;
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === "https:" && accountAddress.hosts.test(hostname)) return;
  const message = say("reasons.provider.foreignAddress", { provider: title, example: accountAddress.example });
  throw new BoardsError("input.invalid", { message, field: "baseUrl" });
}

function existing(providerName: string): Provider {
  const provider = findProvider(providerName);
  if (!provider)
    throw new BoardsError("input.invalid", { message: say("reasons.provider.unknown", { provider: providerName }), field: "providerName" });
  return provider;
}

async function scopeOf(viewer: Viewer | null, forInstallation: boolean): Promise<string | null> {
  if (!forInstallation) return requireTenantAdmin(viewer).tenantId;
  await installationAdmin(viewer);
  return null;
}
