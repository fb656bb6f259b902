import { createHash, timingSafeEqual } from "node:crypto";
import { ensureAccount, type Identity } from "@/lib/identity/accounts/ensure-account";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { ensureUserOf } from "@/lib/identity/users/ensure-user";
import { localOwner } from "@/lib/identity/users/local-owner";
import { networkOf } from "@/lib/platform/caller/request-address";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { idInToken, tokenFor } from "@/lib/platform/caller/signed-token";
import { db, type Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import type { User } from "@/prisma/generated/client";

/** Whether someone owns this tenant. Where people sign in, whoever owned it in local mode does not count: they cannot sign in. */
export async function hasOwner(tenantId: string): Promise<boolean> {
  const owner = await ownerOf(tenantId);
  return owner !== null && (env().authProvider === "none" || !isLocal(owner));
}

const ownerOf = (tenantId: string, client: Transaction = db()) =>
  client.user.findFirst({ where: { tenantId, tenantRole: "owner" }, include: { account: { select: { authProvider: true } } } });

const isLocal = ({ account }: { account: { authProvider: string } }) => account.authProvider === localOwner.authProvider;

/** Insists on a default tenant that has an owner: until then nobody new enters it. */
export async function requireSetUp(tenantId: string): Promise<void> {
  if (!(await hasOwner(tenantId))) throw new BoardsError("setup.required");
}

/** Makes this identity the owner of the default tenant, and so of the installation, by the setup token. Works while it has none. */
export async function setUp(identity: Identity, token: string | null | undefined): Promise<User> {
  return asFirstOwner(token, async (tenantId) => {
    const { id } = await ensureAccount(identity);
    return db().$transaction((tx) => makeOwner(tx, tenantId, id, identity));
  });
}

/**
 * Makes an account the owner of a tenant that has none; of several at the same moment, the first. Who owned it in local mode becomes that
 * account's user, with all that was made there.
 */
export async function makeOwner(
  tx: Transaction,
  tenantId: string,
  accountId: string,
  profile: Pick<Identity, "displayName" | "avatarUrl">,
): Promise<User> {
  await lock(tx, `set-up:${tenantId}`);
  const owner = await ownerOf(tenantId, tx);
  if (owner && owner.accountId !== accountId) {
    if (!isLocal(owner)) throw new BoardsError("setup.done");
    const isKnownHere = await tx.user.findUnique({ where: { tenantId_accountId: { tenantId, accountId } }, select: { id: true } });
    await tx.user.update({ where: { id: owner.id }, data: isKnownHere ? { tenantRole: "admin" } : { accountId } });
  }
  return ensureUserOf(accountId, tenantId, profile, "owner", tx);
}

/** As `setUp`, where `make` makes the owner of the default tenant: it is called only when the token is right. */
export async function asFirstOwner(token: string | null | undefined, make: (tenantId: string) => Promise<User>): Promise<User> {
  const { id } = await ensureDefaultTenant();
  if (await hasOwner(id)) throw new BoardsError("setup.done");
  if (!token) throw new BoardsError("setup.required", { field: "setupToken" });
  // Counted before it is compared: a right guess among too many is refused like the others.
  await countAgainst("signIn", `setup:${networkOf(currentRequest().ipAddress)}`);
  if (!isSetupToken(token.trim(), id)) throw new BoardsError("setup.wrong_token", { field: "setupToken" });
  return make(id);
}

function isSetupToken(token: string, tenantId: string): boolean {
  const { setupToken } = env();
  return setupToken ? timingSafeEqual(sha256(token), sha256(setupToken)) : idInToken("setup", token) === tenantId;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/**
 * What the server says when it starts and nobody owns the installation yet; null when someone does. Its token is derived from the signing
 * key, so that every process prints the same one and none is stored.
 */
export async function setupInstructions(): Promise<string | null> {
  const { authProvider, baseUrl = "", setupToken } = env();
  const { id } = await ensureDefaultTenant();
  if (authProvider === "none" || (await hasOwner(id))) return null;
  // One that was set is known to whoever set it, and need not lie in a log.
  const token = setupToken ? "" : tokenFor("setup", id);
  const page = `${baseUrl}/${authProvider === "password" ? "sign-up" : "setup"}${token && `?setup=${token}`}`;
  const what = setupToken ? "the token of BOARDS_SETUP_TOKEN" : "this token";
  if (authProvider === "password") return `Nobody owns this installation yet. Make its first account with ${what}: ${page}`;
  const byProgram = `POST ${baseUrl}/api/setup/owner with your bearer token and {"setup_token":"${token || "…"}"}`;
  if (authProvider === "jwt" || authProvider === "supabase") return `Nobody owns this installation yet. Become its owner with ${what}: ${byProgram}`;
  return `Nobody owns this installation yet. Sign in and become its owner with ${what}: ${page} (programs: ${byProgram})`;
}
