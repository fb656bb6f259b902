import type { TenantRole } from "@boards/client";

/** The roles of whom a generator can be for; none stands for everyone. */
export const rolesOf = { everyone: [], admins: ["ADMIN", "OWNER"], owner: ["OWNER"] } satisfies Record<string, TenantRole[]>;

/** For whom a generator can be. */
export type Audience = keyof typeof rolesOf;

/** All of them, the largest first. */
export const audiences = Object.keys(rolesOf) as Audience[];

/** Whom these roles let in. A mixture that this page does not offer is the nearest one that does not let in more. */
export function audienceOf(allowedRoles: readonly TenantRole[]): Audience {
  if (allowedRoles.length === 0 || allowedRoles.includes("MEMBER")) return "everyone";
  return allowedRoles.includes("ADMIN") ? "admins" : "owner";
}
