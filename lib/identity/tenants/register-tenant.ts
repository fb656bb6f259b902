import { randomBytes } from "node:crypto";
import type { Identity } from "@/lib/identity/accounts/ensure-account";
import { ensureUser } from "@/lib/identity/users/ensure-user";
import { say } from "@/lib/messages/say";
import { addWithin } from "@/lib/platform/db/add-within";
import type { Transaction } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";

/** A slug for an organization's name, as the original makes it: 3 to 50 characters. */
export function slugOfOrganization(name: string, random: (bytes: number) => string = (bytes) => randomBytes(bytes).toString("hex")): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (slug.length < 3) return `org-${random(4)}`;
  return slug.length > 50 ? `${slug.slice(0, 47)}-${random(1)}` : slug;
}

/**
 * Founds a tenant, with the identity as its owner: by registration, or by a claim that names one which is not there. A slug that is taken
 * is refused: nobody gets into another's tenant by its name. What the person says of themselves is kept apart from the settings that the product reads.
 */
export async function registerTenant(identity: Identity, given: { name: string; slug?: string; metadata: Record<string, unknown> }) {
  const { isMultiTenant, registration, tenantSlug } = env();
  const refuse = (message: string) => new BoardsError("tenant.registration_closed", { message });
  if (!isMultiTenant) throw refuse(say("reasons.tenant.multiTenantOnly"));
  const domain = identity.isEmailVerified ? identity.email?.split("@")[1]?.toLowerCase() : undefined;
  if (registration.allowedDomains && !registration.allowedDomains.some((allowed) => allowed.toLowerCase() === domain))
    throw refuse(say("reasons.tenant.domainRefused"));
  const { authProvider, authSubject } = identity;
  const founded = { account: { authProvider, authSubject }, tenantRole: "owner", tenant: { isFounded: true } };
  const maximum = registration.maxTenantsPerUser;
  const bound = {
    place: `founded-tenants:${authProvider}:${authSubject}`,
    maximum,
    count: (tx: Transaction) => tx.user.count({ where: founded }),
    refusal: { reason: "tenant.registration_closed" as const, message: say("reasons.tenant.tooMany", { maximum }), field: "organization_name" },
  };

  const slug = given.slug ?? slugOfOrganization(given.name);
  // Also before the installation's own tenant is there.
  if (slug === tenantSlug) throw new BoardsError("tenant.slug_taken", { field: "organization_slug" });
  const status = registration.requiresApproval ? ("pending_approval" as const) : ("active" as const);
  const settings = { status, registration: given.metadata } as Prisma.InputJsonObject;
  try {
    return await addWithin(bound, async (tx) => {
      const tenant = await tx.tenant.create({ data: { name: given.name, slug, settings, isFounded: true } });
      return { tenant, owner: await ensureUser(tenant.id, identity, "owner", tx), status };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new BoardsError("tenant.slug_taken", { field: "organization_slug", cause: error });
    throw error;
  }
}
