import { db } from "@/lib/db/client";
import { env } from "@/lib/env";

/** The tenant of this slug, created when there is none; an upsert, so two first requests agree. */
export async function ensureTenant(slug: string, name: string): Promise<{ id: string; slug: string }> {
  const select = { id: true, slug: true };
  const existing = await db().tenant.findUnique({ where: { slug }, select });
  if (existing) return existing;
  return db().tenant.upsert({ where: { slug }, create: { name, slug }, update: {}, select });
}

/** The tenant that an installation begins with; in single-tenant mode the only one. */
export function ensureDefaultTenant(): Promise<{ id: string; slug: string }> {
  const { tenantName, tenantSlug } = env();
  return ensureTenant(tenantSlug, tenantName);
}
