import { findProvider } from "@/lib/generators/catalogue/providers";
import type { Provider, ProviderAccess, WorkingKey } from "@/lib/generators/contract/provider";
import { simulatorUrl } from "@/lib/generators/contract/simulation";
import { accessesOf } from "@/lib/generators/provider-keys/provider-access";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { say } from "@/lib/messages/say";
import { requireTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";

/** What came of testing a key. */
export interface KeyTest {
  state: "works" | "refused" | "no_credit" | "not_reachable";
  /** For people: what is wrong; null where it works. */
  message: string | null;
  /** The address was given with the key, and leads nowhere or to something else. */
  isAddressWrong: boolean;
  /** What is left; null where the provider does not say, or it is not the viewer's to know. */
  balance: WorkingKey["balance"] | null;
}

const states: Record<string, KeyTest["state"]> = { "provider.not_configured": "refused", "provider.no_credit": "no_credit" };

/**
 * Asks a provider whether the key works that counts for the viewer's tenant: its own, else the installation's. What is left on the
 * installation's account is told to its admins alone. Spends nothing.
 */
export async function testProviderKey(viewer: Viewer | null, providerName: string): Promise<KeyTest> {
  const { tenantId, accountId } = requireTenantAdmin(viewer);
  const provider = findProvider(providerName);
  if (!provider)
    throw new BoardsError("input.invalid", { message: say("reasons.provider.unknown", { provider: providerName }), field: "providerName" });
  if (!provider.testKey)
    throw new BoardsError("input.invalid", { message: say("reasons.provider.untestable", { provider: provider.title }), field: "providerName" });
  const [found] = await accessesOf(tenantId, [provider]);
  if (!found?.access) throw new BoardsError("provider.not_configured", found?.problem ? { message: found.problem } : {});
  await countAgainst("keyTest", accountId);
  const isTheirs = found.source === "tenant" || (await asInstallation(ensureDefaultTenant)).id === tenantId;
  return ask(provider, provider.testKey, found.access, isTheirs);
}

/** Asks a provider whether a key works that isn't stored yet; null where it can't be asked, or is simulated and would take any. Spends nothing. */
export async function testNewKey(
  viewer: Viewer | null,
  { provider, access }: { provider: Provider; access: ProviderAccess },
): Promise<KeyTest | null> {
  const { accountId } = requireTenantAdmin(viewer);
  if (!provider.testKey || simulatorUrl()) return null;
  await countAgainst("keyTest", accountId);
  return ask(provider, provider.testKey, access, true);
}

async function ask({ title }: Provider, testKey: NonNullable<Provider["testKey"]>, access: ProviderAccess, isTheirs: boolean): Promise<KeyTest> {
  try {
    const { balance = null } = await testKey(access);
    return { state: "works", message: null, isAddressWrong: false, balance: isTheirs ? balance : null };
  } catch (error) {
    if (!(error instanceof BoardsError)) throw error;
    const problem = access.baseUrl ? addressProblem(title, error) : null;
    const message = problem ?? error.message;
    return { state: states[error.reason] ?? "not_reachable", message, isAddressWrong: problem !== null, balance: null };
  }
}

/** No such host, nothing that listens there, or no way to it. Who only takes too long may be back in a minute. */
const nobodyThere = /\((ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH)\)$/;

/** What is wrong with the address that was asked, in words; null where it is something else. */
function addressProblem(title: string, error: BoardsError): string | null {
  const raw = error.raw ?? "";
  if (nobodyThere.test(raw)) return say("reasons.provider.addressUnreachable");
  // What is asked here costs nothing and has no inputs that could be missing.
  if (!raw.startsWith("404 ")) return null;
  return error.reason === "provider.not_configured" ? error.message : say("reasons.provider.addressOfAnother", { provider: title });
}
