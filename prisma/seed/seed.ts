import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { ensureUser } from "@/lib/users/ensure-user";
import { localOwner } from "@/lib/users/local-owner";

/** What every local installation starts with: its tenant and its owner. Doing it twice changes nothing. */
export async function seed(): Promise<void> {
  const tenant = await ensureDefaultTenant();
  await ensureUser(tenant.id, localOwner);
}
