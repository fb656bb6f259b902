import type { TenantRole } from "@/lib/platform/caller/viewer";

/** Someone's standing in one tenant. */
export interface Standing {
  tenantId: string;
  tenantRole: TenantRole;
}

const rank: Record<TenantRole, number> = { member: 0, admin: 1, owner: 2 };

/**
 * Whether someone may let a person set a new password, which is as good as being that person: never one who has as much power as they have,
 * wherever that is. In their own tenant an admin may do so for members and the owner for admins, too, if they are in no other tenant; who
 * administers the installation may for everyone whom they outrank in its first tenant. Nobody may for the owner of the installation.
 */
export function mayReset(maker: Standing, person: readonly Standing[], defaultTenantId: string): boolean {
  if (maker.tenantRole === "member") return false;
  const outranks = (standing: Standing) => rank[maker.tenantRole] > rank[standing.tenantRole];
  if (maker.tenantId === defaultTenantId) return person.filter(({ tenantId }) => tenantId === defaultTenantId).every(outranks);
  return person.length > 0 && person.every((standing) => standing.tenantId === maker.tenantId && outranks(standing));
}
