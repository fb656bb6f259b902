import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { requireInstallationAdmin, requireTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { asInstallation } from "@/lib/platform/db/tenant-scope";

/** Insists on an admin of the installation, also in the tenant scope of whichever tenant asks. */
export async function installationAdmin(viewer: Viewer | null): Promise<Viewer> {
  requireTenantAdmin(viewer);
  const { id } = await asInstallation(ensureDefaultTenant);
  return requireInstallationAdmin(viewer, id);
}
