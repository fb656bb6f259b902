import { routeHandler } from "@/lib/api/route-handler";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import type { RequestContext } from "@/lib/platform/caller/request-context";
import { requireInstallationAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import type { Tenant } from "@/prisma/generated/client";

/** A tenant, in the original's names. */
export const tenantAnswerOf = ({ id, name, slug, settings, isFounded, usesProviderKeys, createdAt, updatedAt }: Tenant) => ({
  tenant_id: id,
  name,
  slug,
  settings,
  is_founded: isFounded,
  uses_provider_keys: usesProviderKeys,
  created_at: createdAt.toISOString(),
  updated_at: updatedAt.toISOString(),
});

/** A route handler for admins of the installation, who may reach into every tenant. */
export function setupHandler<Rest extends unknown[]>(
  audit: string | null,
  handler: (request: Request, admin: Viewer, ...rest: Rest) => Promise<Response>,
) {
  return routeHandler<Rest>(audit ? { audit } : {}, (request: Request, { viewer }: RequestContext, ...rest: Rest) =>
    asInstallation(async () => {
      const admin = requireInstallationAdmin(viewer, (await ensureDefaultTenant()).id);
      return handler(request, admin, ...rest);
    }),
  );
}
