import type { TenantRole } from "@boards/client";

/** For whom a generator can be. */
export const audiences = {
  everybody: "Everybody",
  admins: "Admins and the owner",
  owner: "The owner alone",
};

/** One of them. */
export type Audience = keyof typeof audiences;

/** Whom these roles let in. A mixture that this page does not offer is the nearest one that does not let in more. */
export function audienceOf(allowedRoles: readonly TenantRole[]): Audience {
  if (allowedRoles.length === 0 || allowedRoles.includes("MEMBER")) return "everybody";
  return allowedRoles.includes("ADMIN") ? "admins" : "owner";
}

/** The roles of an audience; none stands for everybody. */
export const rolesOf: Record<Audience, TenantRole[]> = { everybody: [], admins: ["ADMIN", "OWNER"], owner: ["OWNER"] };
