import * as z from "zod";
import { installationAdmin } from "@/lib/identity/tenants/installation-admin";
import { say } from "@/lib/messages/say";
import { requireTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { type StorageUse, storageOfTenant, storageOfUsers } from "@/lib/spending/storage-limits/storage-use";

const limitBytes = z.int(say("reasons.storage.limitForm")).min(0).max(1_000_000_000_000_000).nullish();

/** Sets how much one person's files may take; without a number what the installation gives everyone counts again. For admins of the tenant. */
export async function setUserStorageLimit(viewer: Viewer | null, given: { userId: string; limitBytes?: number | null }): Promise<StorageUse> {
  const { tenantId } = requireTenantAdmin(viewer);
  const limit = parseInput(z.object({ limitBytes }), given).limitBytes ?? null;
  const { userId } = given;
  if (!(await db().user.findFirst({ where: { id: userId, tenantId }, select: { id: true } })))
    throw new BoardsError("user.not_found", { field: "userId" });
  await db().storageAccount.upsert({ where: { userId }, create: { userId, tenantId, limitBytes: limit }, update: { limitBytes: limit } });
  const [use] = await storageOfUsers([userId]);
  if (!use) throw new BoardsError("internal.unexpected");
  return use;
}

/** Sets how much the files of everyone in a tenant may take, the viewer's own unless told. For admins of the installation. */
export async function setTenantStorageLimit(
  viewer: Viewer | null,
  given: { tenantId?: string | null; limitBytes?: number | null },
): Promise<StorageUse> {
  const admin = await installationAdmin(viewer);
  const limit = parseInput(z.object({ limitBytes }), given).limitBytes ?? null;
  const tenantId = given.tenantId ?? admin.tenantId;
  return asInstallation(async () => {
    const { count } = await db().tenant.updateMany({ where: { id: tenantId }, data: { storageLimitBytes: limit } });
    if (count === 0) throw new BoardsError("tenant.not_found", { field: "tenantId" });
    return storageOfTenant(tenantId);
  });
}
