import { v7 as uuidv7 } from "uuid";
import type { TenantRole } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import type { User } from "@/prisma/generated/client";

/** Who is to be seeded; `authSubject` is what the authentication provider calls them, unique unless it is given. */
export interface UserSeed {
  tenantId: string;
  displayName: string;
  role?: TenantRole;
  authProvider?: string;
  authSubject?: string;
}

/** A person with an account of their own, in one tenant. */
export function seedUser({ tenantId, displayName, role = "member", authProvider = "password", ...seed }: UserSeed): Promise<User> {
  const email = `${displayName.toLowerCase().replace(/\W+/g, ".")}-${uuidv7()}@example.com`;
  const account = { authProvider, authSubject: seed.authSubject ?? email, email };
  return db().user.create({ data: { displayName, tenantRole: role, tenant: { connect: { id: tenantId } }, account: { create: account } } });
}
