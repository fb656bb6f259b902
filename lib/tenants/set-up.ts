import { createHash, timingSafeEqual } from "node:crypto";
import type { Identity } from "@/lib/accounts/ensure-account";
import { networkOf } from "@/lib/auth/request-address";
import { idInToken, tokenFor } from "@/lib/auth/signed-token";
import { currentVisit } from "@/lib/auth/visit";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { countAgainst } from "@/lib/limits/rate-limits";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { ensureUser } from "@/lib/users/ensure-user";
import type { User } from "@/prisma/generated/client";

/** Whether somebody owns this tenant. */
export async function hasOwner(tenantId: string): Promise<boolean> {
  return (await db().user.findFirst({ where: { tenantId, tenantRole: "owner" }, select: { id: true } })) !== null;
}

/** Insists on a default tenant that has an owner: until then nobody new enters it. */
export async function requireSetUp(tenantId: string): Promise<void> {
  if (!(await hasOwner(tenantId))) throw new BoardsError("setup.required");
}

/** Makes this identity the owner of the default tenant, and so of the installation, by the setup token. Works while it has none. */
export async function setUp(identity: Identity, token: string | null | undefined): Promise<User> {
  return asFirstOwner(token, (tenantId) => ensureUser(tenantId, identity, "owner"));
}

/** As `setUp`, where `makeOwner` makes the owner of the default tenant: it is called only when the token is right. */
export async function asFirstOwner(token: string | null | undefined, makeOwner: (tenantId: string) => Promise<User>): Promise<User> {
  const { id } = await ensureDefaultTenant();
  if (await hasOwner(id)) throw new BoardsError("setup.done");
  if (!token) throw new BoardsError("setup.required", { field: "setupToken" });
  // Counted before it is compared: a right guess among too many is refused like the others.
  await countAgainst("signIn", `setup:${networkOf(currentVisit().ipAddress)}`);
  if (!isSetupToken(token.trim(), id)) throw new BoardsError("setup.wrong_token", { field: "setupToken" });
  try {
    return await makeOwner(id);
  } catch (error) {
    if (error instanceof BoardsError && error.reason === "tenant.has_owner") throw new BoardsError("setup.done", { cause: error });
    throw error;
  }
}

function isSetupToken(token: string, tenantId: string): boolean {
  const { setupToken } = env();
  return setupToken ? timingSafeEqual(sha256(token), sha256(setupToken)) : idInToken("setup", token) === tenantId;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/**
 * What the server says when it starts and nobody owns the installation yet; null when somebody does. Its token is derived from the signing
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
