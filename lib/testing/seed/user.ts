import { v7 as uuidv7 } from "uuid";
import type { TenantRole } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import type { User } from "@/prisma/generated/client";
import { rows } from "./rows";

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

/** So many members of a tenant, in two statements; answers their ids. */
export async function seedUsers(tenantId: string, count: number): Promise<string[]> {
  const accounts = rows(count, () => ({ id: uuidv7(), authProvider: "password", authSubject: uuidv7(), email: `${uuidv7()}@example.com` }));
  await db().account.createMany({ data: accounts });
  const users = accounts.map(({ id }) => ({ id: uuidv7(), tenantId, accountId: id }));
  await db().user.createMany({ data: users });
  return users.map(({ id }) => id);
}
