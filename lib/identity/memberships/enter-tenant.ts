import { ensureAccount, type Identity } from "@/lib/identity/accounts/ensure-account";
import { acceptInvitationsOf } from "@/lib/identity/invitations/accept-invitations";
import { enterUsual } from "@/lib/identity/memberships/enter-as";
import { assertApproved } from "@/lib/identity/tenants/approval";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { registerTenant } from "@/lib/identity/tenants/register-tenant";
import { requireSetUp } from "@/lib/identity/tenants/set-up";
import { type TenantCandidate, tenantCandidates } from "@/lib/identity/tenants/tenant-candidates";
import { ensureUser, findMember, refreshMember } from "@/lib/identity/users/ensure-user";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";
import type { Tenant, User } from "@/prisma/generated/client";

/**
 * The user of a verified identity, in the tenant that the request means. In single-tenant mode everyone who is verified belongs to the one
 * tenant, once it has an owner. In multi-tenant mode a claim or header only chooses among tenants of which the identity is a member, with two
 * ways in: a claim that names a tenant which does not exist yet founds it, as a registration does; and a tenant may say in its settings that
 * it admits by claim. Where neither says anything, `by` chooses as in `enterUsual`. The tenant that the installation begins with is entered by
 * its owner's leave alone.
 */
export async function enterTenant(
  identity: Identity,
  claims: Record<string, unknown>,
  header: string | null,
  by: "last" | "age" = "age",
): Promise<User> {
  const settings = env();
  const tenant = await ensureDefaultTenant();
  if (!settings.isMultiTenant) {
    if (header && header !== tenant.slug && header !== tenant.id) throw new BoardsError("tenant.not_member");
    const member = await findMember(tenant.id, identity);
    if (member) return refreshMember(member, identity);
    await requireSetUp(tenant.id);
    return ensureUser(tenant.id, identity);
  }
  await acceptInvitationsOf(identity);
  const { email, isEmailVerified } = identity;
  const named = header && (await slugOf(header));
  const candidates = tenantCandidates(claims, { email, isEmailVerified, customClaim: settings.jwtTenantClaim, header: named });
  for (const candidate of candidates) {
    const user = await enter(candidate, identity, tenant.id);
    if (user) return user;
  }
  const usual = await enterUsual((await ensureAccount(identity)).id, by);
  if (!usual) throw new BoardsError("tenant.no_membership");
  return ensureUser(usual.tenantId, identity);
}

/** The slug that a header means, which may also say the tenant's id. */
async function slugOf(header: string): Promise<string> {
  if (!isUuid(header)) return header;
  const tenant = await db().tenant.findUnique({ where: { id: header }, select: { slug: true } });
  if (!tenant) throw new BoardsError("tenant.not_member");
  return tenant.slug;
}

/** Null when the candidate says nothing binding, so that the next one is asked. */
async function enter(candidate: TenantCandidate, identity: Identity, defaultTenantId: string): Promise<User | null> {
  const { slug, source, isVouchedFor } = candidate;
  const tenant = await db().tenant.findUnique({ where: { slug } });
  if (!tenant && source === "header") throw new BoardsError("tenant.not_member");
  if (!tenant) return isVouchedFor ? found(slug, identity) : null;
  const member = await findMember(tenant.id, identity);
  if (!member) {
    if (source === "email") return null;
    if (tenant.id === defaultTenantId) await requireSetUp(tenant.id);
    if (!admits(tenant, candidate)) throw new BoardsError("tenant.not_member");
  }
  assertApproved(tenant.settings);
  return member ? refreshMember(member, identity) : ensureUser(tenant.id, identity);
}

/** Two may found one tenant in the same moment: the one who did not was not let in by anybody. */
async function found(slug: string, identity: Identity): Promise<User> {
  try {
    const { tenant, owner } = await registerTenant(identity, { name: slug, slug, metadata: {} });
    assertApproved(tenant.settings);
    return owner;
  } catch (error) {
    if (error instanceof BoardsError && error.reason === "tenant.slug_taken") throw new BoardsError("tenant.not_member", { cause: error });
    throw error;
  }
}

/** By a claim that is its slug to the letter: of what only looks like it, another organization may be the owner. */
function admits({ settings }: Tenant, { isVouchedFor, isExact }: TenantCandidate): boolean {
  return isVouchedFor && isExact && (settings as { admitByClaim?: unknown }).admitByClaim === true;
}
