import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { ensureUserOf } from "@/lib/identity/users/ensure-user";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { withinTime } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { Prisma } from "@/prisma/generated/client";

/**
 * Creates a tenant with the admin as its owner, who invites the others; one of that slug is answered as it is. For admins of the
 * installation, who the caller has made sure of.
 */
export async function createTenant(admin: Viewer, { name, slug, settings }: { name: string; slug: string; settings: Record<string, unknown> }) {
  const existing = await db().tenant.findUnique({ where: { slug } });
  if (existing) return { tenant: existing, existing: true };
  const { displayName, avatarUrl } = await db().user.findUniqueOrThrow({ where: { id: admin.userId } });
  const profile = { displayName: displayName ?? undefined, avatarUrl: avatarUrl ?? undefined };
  const tenant = await orTaken(() =>
    db().$transaction(async (tx) => {
      const made = await tx.tenant.create({ data: { name, slug, settings: settings as Prisma.InputJsonObject } });
      await ensureUserOf(admin.accountId, made.id, profile, "owner", tx);
      return made;
    }),
  );
  return { tenant, existing: false };
}

/** The tenant of this id. */
export async function findTenant(id: string) {
  const tenant = await db().tenant.findUnique({ where: { id } });
  if (!tenant) throw new BoardsError("tenant.not_found", { field: "tenant_id" });
  return tenant;
}

interface TenantChanges {
  name?: string | undefined;
  slug?: string | undefined;
  settings?: Record<string, unknown> | undefined;
  usesProviderKeys?: boolean | null | undefined;
}

/** Changes what is given; settings are replaced. */
export async function updateTenant(id: string, changes: TenantChanges) {
  const tenant = await findTenant(id);
  // By its slug the installation knows the tenant that it begins with: under another one it would begin anew, and lose its admins.
  if (changes.slug !== undefined && changes.slug !== tenant.slug && id === (await ensureDefaultTenant()).id)
    throw new BoardsError("tenant.is_default", {
      message: say("reasons.tenant.defaultSlug"),
      field: "slug",
    });
  const { settings, ...plain } = changes;
  return orTaken(() =>
    db().tenant.update({ where: { id }, data: { ...plain, ...(settings ? { settings: settings as Prisma.InputJsonObject } : {}) } }),
  );
}

/** Deletes a tenant with everything in it, files included. The one that the installation begins with stays. */
export async function deleteTenant(id: string) {
  const tenant = await findTenant(id);
  if (tenant.id === (await ensureDefaultTenant()).id) throw new BoardsError("tenant.is_default");
  await withinTime("bulk", () => db().tenant.delete({ where: { id } }));
  await currentStorage().deleteFolder(id);
  return tenant;
}

async function orTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new BoardsError("tenant.slug_taken", { field: "slug", cause: error });
    throw error;
  }
}
