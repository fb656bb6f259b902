import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { hasOwner } from "@/lib/identity/tenants/set-up";
import { ensureUser } from "@/lib/identity/users/ensure-user";
import { localOwner } from "@/lib/identity/users/local-owner";
import type { User } from "@/prisma/generated/client";

/** The user of a local installation: its owner, unless it has another one from a time when people signed in. */
export async function ensureLocalOwner(): Promise<User> {
  const { id } = await ensureDefaultTenant();
  return ensureUser(id, localOwner, (await hasOwner(id)) ? "member" : "owner");
}
