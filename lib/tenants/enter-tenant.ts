import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { acceptInvitationsOf } from "@/lib/invitations/accept-invitations";
import { ensureDefaultTenant, ensureTenant } from "@/lib/tenants/ensure-tenant";
import { type TenantCandidate, tenantCandidates } from "@/lib/tenants/tenant-candidates";
import { ensureUser, type Identity } from "@/lib/users/ensure-user";
import type { User } from "@/prisma/generated/client";

/**
 * The user of a verified identity, in the tenant that the request means. In single-tenant mode everybody who is verified belongs to the one
 * tenant. In multi-tenant mode a claim or header only chooses among tenants of which the identity is a member, with two ways in: a claim that
 * names a tenant which does not exist yet makes it, with the bearer as its owner; and a tenant may say in its settings that it admits by claim.
 */
export async function enterTenant(identity: Identity, claims: Record<string, unknown>, header: string | null): Promise<User> {
  const settings = env();
  if (!settings.isMultiTenant) {
    const tenant = await ensureDefaultTenant();
    if (header && header !== tenant.slug && header !== tenant.id) throw new BoardsError("tenant.not_member");
    return ensureUser(tenant.id, identity);
  }
  await acceptInvitationsOf(identity);
  const { email, isEmailVerified } = identity;
  const candidates = tenantCandidates(claims, { email, isEmailVerified, customClaim: settings.jwtTenantClaim, header });
  for (const candidate of candidates) {
    const user = await enter(candidate, identity);
    if (user) return user;
  }
  const tenantId = await oldestMembership(identity);
  if (!tenantId) throw new BoardsError("tenant.no_membership");
  return ensureUser(tenantId, identity);
}

/** Null when the candidate says nothing binding, so that the next one is asked. */
async function enter({ slug, source, isVouchedFor }: TenantCandidate, identity: Identity): Promise<User | null> {
  const tenant = await db().tenant.findUnique({ where: { slug } });
  if (!tenant) {
    if (source === "header") throw new BoardsError("tenant.not_member");
    return isVouchedFor ? ensureUser((await ensureTenant(slug, slug)).id, identity).then((user) => ownOrRefuse(user)) : null;
  }
  assertApproved(tenant.settings);
  const key = { tenantId: tenant.id, authProvider: identity.authProvider, authSubject: identity.authSubject };
  const isMember = await db().user.findUnique({ where: { tenantId_authProvider_authSubject: key }, select: { id: true } });
  const admits = isVouchedFor && (tenant.settings as { admitByClaim?: unknown }).admitByClaim === true;
  if (isMember || admits) return ensureUser(tenant.id, identity);
  if (source === "email") return null;
  throw new BoardsError("tenant.not_member");
}

/** Two may make one tenant in the same moment: the one who did not become its owner was not let in by anybody. */
async function ownOrRefuse(user: User): Promise<User> {
  if (user.tenantRole === "owner") return user;
  await db().user.delete({ where: { id: user.id } });
  throw new BoardsError("tenant.not_member");
}

async function oldestMembership({ authProvider, authSubject }: Identity): Promise<string | null> {
  const users = await db().user.findMany({ where: { authProvider, authSubject }, orderBy: { createdAt: "asc" }, include: { tenant: true } });
  const approved = users.find((user) => isApproved(user.tenant.settings)) ?? users[0];
  if (approved) assertApproved(approved.tenant.settings);
  return approved?.tenantId ?? null;
}

const isApproved = (settings: unknown) => (settings as { status?: unknown }).status !== "pending_approval";

/** A registered tenant may wait for an admin of the installation. */
export function assertApproved(settings: unknown): void {
  if (!isApproved(settings)) throw new BoardsError("tenant.awaits_approval");
}
