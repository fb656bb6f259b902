import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/platform/db/client";
import type { Prisma, Tenant } from "@/prisma/generated/client";

/** A tenant with a name and slug of its own, which runs on the installation's provider keys. */
export function seedTenant(fields: Partial<Prisma.TenantUncheckedCreateInput> = {}): Promise<Tenant> {
  const id = uuidv7();
  return db().tenant.create({ data: { id, name: `Tenant ${id}`, slug: `tenant-${id}`, ...fields } });
}
