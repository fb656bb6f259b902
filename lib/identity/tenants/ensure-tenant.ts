import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

const select = { id: true, slug: true, isFounded: true } as const;

/** The tenant of this slug, created when there is none; two first requests agree. */
export async function ensureTenant(slug: string, name: string): Promise<{ id: string; slug: string; isFounded: boolean }> {
  const existing = await db().tenant.findUnique({ where: { slug }, select });
  if (existing) return existing;
  // An upsert that has nothing to update looks first and inserts then.
  await db().tenant.createMany({ data: { name, slug }, skipDuplicates: true });
  return db().tenant.findUniqueOrThrow({ where: { slug }, select });
}

/**
 * The tenant that an installation begins with; in single-tenant mode the only one. It is made when the server starts. One that a person
 * founded is never taken for it, since its owner would administer the installation.
 */
export async function ensureDefaultTenant(): Promise<{ id: string; slug: string }> {
  const { tenantName, tenantSlug } = env();
  const { id, slug, isFounded } = await ensureTenant(tenantSlug, tenantName);
  if (isFounded)
    throw new BoardsError("setup.slug_in_use", {
      message: say("reasons.tenant.defaultTaken", { slug }),
    });
  return { id, slug };
}
