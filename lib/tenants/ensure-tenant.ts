import { db } from "@/lib/db/client";
import { env } from "@/lib/env";

/** The tenant of a single-tenant installation, created on first use; an upsert, so two first requests agree. */
export async function ensureDefaultTenant(): Promise<{ id: string }> {
  const { tenantName, tenantSlug } = env();
  const existing = await db().tenant.findUnique({ where: { slug: tenantSlug }, select: { id: true } });
  if (existing) return existing;
  return db().tenant.upsert({ where: { slug: tenantSlug }, create: { name: tenantName, slug: tenantSlug }, update: {}, select: { id: true } });
}
