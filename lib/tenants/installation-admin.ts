import { requireInstallationAdmin, requireTenantAdmin, type Viewer } from "@/lib/auth/viewer";
import { asInstallation } from "@/lib/db/wall";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";

/** Insists on an admin of the installation, also behind the wall of whichever tenant asks. */
export async function installationAdmin(viewer: Viewer | null, action: string): Promise<Viewer> {
  requireTenantAdmin(viewer, action);
  const { id } = await asInstallation(ensureDefaultTenant);
  return requireInstallationAdmin(viewer, id, action);
}
